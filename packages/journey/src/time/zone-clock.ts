import { asInstant, type Instant, type Milliseconds } from './instant.ts';
import type { Zone } from './wait-spec.ts';

/** Knows what clocks on the wall show in one zone. Local time: milliseconds as if the wall clock were UTC. */
export interface ZoneClock {
  /** What is added to an instant to get local time. */
  offsetAt(instant: number): Milliseconds;
  /** The instant at which clocks show `local`: the first of two; the first instant after the gap where it is skipped. */
  firstInstantAt(local: number): Instant;
}

/** Stretches of one offset: `offsets[i]` holds from `starts[i]` to the next start. */
interface Stretches {
  readonly starts: readonly number[];
  readonly offsets: readonly Milliseconds[];
}

const hourMs = 3_600_000;
// Some 13 months are learnt at a time, probed every 3 days: no zone changes its offset twice within that.
const chunkMs = 2 ** 35;
const probeMs = 2 ** 28;
// No zone was ever further from UTC than 15 hours.
const furthestMs = 15 * hourMs;

const clocks = new Map<Zone, ZoneClock | undefined>();

/** @throws RangeError where the zone is not an IANA name that this runtime knows. */
export function zoneClock(zone: Zone): ZoneClock {
  const clock = findZoneClock(zone);
  if (clock === undefined) throw new RangeError(`not a time zone: ${zone}`);
  return clock;
}

export function isZone(zone: Zone): boolean {
  return findZoneClock(zone) !== undefined;
}

function findZoneClock(zone: Zone): ZoneClock | undefined {
  const known = clocks.get(zone);
  if (known !== undefined || clocks.has(zone)) return known;
  const clock = makeZoneClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function makeZoneClock(zone: Zone): ZoneClock | undefined {
  const readOffset = offsetReader(zone);
  if (readOffset === undefined) return undefined;
  const chunks = new Map<number, Stretches>();

  const chunkOf = (index: number): Stretches => {
    const known = chunks.get(index);
    if (known !== undefined) return known;
    const learnt = learnStretches({ readOffset, from: index * chunkMs });
    chunks.set(index, learnt);
    return learnt;
  };

  return {
    offsetAt(instant) {
      const { starts, offsets } = chunkOf(Math.floor(instant / chunkMs));
      let found = offsets.length - 1;
      while (found > 0 && (starts[found] ?? 0) > instant) found--;
      return offsets[found] ?? 0;
    },
    firstInstantAt(local) {
      const earliest = local - furthestMs;
      for (let index = Math.floor(earliest / chunkMs); ; index++) {
        const { starts, offsets } = chunkOf(index);
        for (let at = 0; at < starts.length; at++) {
          const end = starts[at + 1] ?? (index + 1) * chunkMs;
          const instant = local - (offsets[at] ?? 0);
          // Before the stretch begins: its clock never showed `local`, nor did the one before.
          if (end > earliest && instant < end) return asInstant(Math.max(instant, starts[at] ?? 0));
        }
      }
    },
  };
}

function learnStretches({ readOffset, from }: { readOffset: (at: number) => number; from: number }): Stretches {
  const starts = [from];
  const offsets = [readOffset(from)];
  for (let at = from; at < from + chunkMs; at += probeMs) {
    const before = offsets.at(-1) ?? 0;
    const after = readOffset(at + probeMs);
    if (after === before) continue;
    let unchanged = at;
    let changed = at + probeMs;
    while (changed - unchanged > 1) {
      const middle = Math.floor((unchanged + changed) / 2);
      if (readOffset(middle) === before) unchanged = middle;
      else changed = middle;
    }
    if (changed >= from + chunkMs) continue;
    starts.push(changed);
    offsets.push(after);
  }
  return { starts, offsets };
}

/** Reads offsets from the runtime's own zone data: slow, so it is asked only for what is not yet learnt. */
function offsetReader(zone: Zone): ((at: number) => Milliseconds) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    return (at) => parseOffset(format.format(at));
  } catch {
    return undefined;
  }
}

const offsetPattern = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function parseOffset(text: string): Milliseconds {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = offsetPattern.exec(text) ?? [];
  const size = Number(hours) * hourMs + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}
