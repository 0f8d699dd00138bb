import type { Sample } from './take-sample.ts';

export interface SoakSummary {
  readonly text: string;
  /** The worker's memory: the mean of the last quarter less that of the second. */
  readonly grownMegabytes: number;
  /** 95 of 100 hops were at most so late, in the middle sample. */
  readonly lateSeconds: number;
  /** What a lead that is through leaves in the database: in the first half, in the second. */
  readonly bytesALead: { readonly earlier: number; readonly later: number };
}

/** What a soak has shown, in words and figures. */
export function sumUpSoak({
  samples,
  capacity,
  entered,
  failed,
}: {
  samples: readonly Sample[];
  capacity: number;
  entered: number;
  failed: number;
}): SoakSummary {
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const meanOf = (some: readonly Sample[], value: (one: Sample) => number) =>
    some.reduce((sum, one) => sum + value(one), 0) / Math.max(1, some.length);
  const second = samples.slice(quarter, 2 * quarter);
  const last = samples.slice(-quarter);
  const growthOf = (value: (one: Sample) => number) => meanOf(last, value) - meanOf(second, value);
  const lates = samples.map((one) => one.late95Seconds).toSorted((a, b) => a - b);
  const lateSeconds = lates[Math.floor(lates.length / 2)] ?? 0;
  const [first, middle, end] = [samples[0], samples[Math.floor(samples.length / 2)], samples.at(-1)];
  const bytesALead = { earlier: bytesBetween(first, middle), later: bytesBetween(middle, end) };
  const grownMegabytes = growthOf((one) => one.workerMegabytes);
  const lines = [
    `Capacity ${capacity.toFixed(1)} leads/s, load a third of it; ${entered} leads entered, ${end?.ended ?? 0} are through,`,
    `${end?.inFlight ?? 0} in flight, ${end?.waitingInOutbox ?? 0} in the outbox, ${failed} calls failed.`,
    `Late: ${lateSeconds.toFixed(2)} s (95 of 100, middle sample), at most ${Math.max(...samples.map((one) => one.latestSeconds)).toFixed(2)} s.`,
    `Worker: ${meanOf(second, (one) => one.workerMegabytes).toFixed(0)} MB in the second quarter, ${grownMegabytes.toFixed(1)} MB more in the last.`,
    `Temporal: ${meanOf(second, (one) => one.temporalMegabytes).toFixed(0)} MB, ${growthOf((one) => one.temporalMegabytes).toFixed(1)} MB more.`,
    `A lead leaves ${bytesALead.earlier.toFixed(0)} bytes in the first half, ${bytesALead.later.toFixed(0)} in the second.`,
    '',
    'table                        first kB      last kB    most dead rows',
    ...tableLines({ samples, first, end }),
  ];
  return { text: `${lines.join('\n')}\n`, grownMegabytes, lateSeconds, bytesALead };
}

function bytesBetween(from: Sample | undefined, to: Sample | undefined): number {
  if (from === undefined || to === undefined || to.ended === from.ended) return 0;
  return (totalOf(to) - totalOf(from)) / (to.ended - from.ended);
}

function totalOf({ tables }: Sample): number {
  return Object.values(tables).reduce((sum, { bytes }) => sum + bytes, 0);
}

function tableLines({
  samples,
  first,
  end,
}: {
  samples: readonly Sample[];
  first: Sample | undefined;
  end: Sample | undefined;
}): readonly string[] {
  const grown = Object.entries(end?.tables ?? {})
    .map(([name, { bytes }]) => ({ name, before: first?.tables[name]?.bytes ?? 0, bytes }))
    .filter(({ before, bytes }) => bytes > 100_000 || bytes > before);
  return grown
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ name, before, bytes }) => {
      const dead = Math.max(...samples.map(({ tables }) => tables[name]?.dead ?? 0));
      const columns = [kilobytes(before).padStart(10), kilobytes(bytes).padStart(13), String(dead).padStart(18)];
      return name.padEnd(26) + columns.join('');
    });
}

function kilobytes(bytes: number): string {
  return (bytes / 1_024).toFixed(0);
}
