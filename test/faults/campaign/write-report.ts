import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { CampaignResult } from './run-campaign.ts';

const invariants = {
  I1: 'steps run from 0 without a gap, and the last agrees with the row',
  I2: 'entered = in flight by node + ended by reason',
  I3: 'one sent attempt for each effect, or it is listed; what arrived = sent + some of the ambiguous',
  I4: 'an inline effect is done once for each hop',
  I5: 'somebody will look at whoever is not idle; no claim outlives its lease by long',
  I6: 'one open enrollment for each journey and lead',
  I7: 'a passage goes along arrows of its journey only',
  I8: 'no personal data in Temporal',
  I9: 'no workflow has failed',
  events: 'what the API acknowledged is stored, once',
  rest: 'everything has come to rest',
} as const;

const violationsShown = 20;

/** The closing report of one run, in plain text. */
export function writeReport({
  title,
  seed,
  seconds,
  result,
}: {
  title: string;
  seed: string;
  seconds: number;
  result: CampaignResult;
}): string {
  const { violations, ledger } = result;
  return [
    '',
    `== ${title} ==  seed ${seed}, ${Math.round(seconds)} s`,
    ...writeLedger(result),
    ...writeSends(result),
    ...writeList({ title: 'our people', counts: result.done }),
    '',
    ...writeInvariants(violations),
    ...(violations.length > violationsShown ? [`  … and ${violations.length - violationsShown} more`] : []),
    violations.length === 0 ? `${title}: all invariants hold` : `${title}: ${violations.length} VIOLATIONS`,
    ...(ledger.passages.length === 0 ? ['nobody entered: this run proves nothing'] : []),
  ].join('\n');
}

function writeLedger({ ledger, leads, acknowledged }: CampaignResult): string[] {
  const steps = ledger.passages.reduce((sum, one) => sum + one.steps.length, 0);
  const ended = countBy(ledger.passages, ({ row }) =>
    row.state === 'ended' ? (row.reason ?? 'ended') : `still ${row.state}`,
  );
  return [
    `leads ${leads}, passages ${ledger.passages.length}, steps ${steps}, events acknowledged and lasting ${acknowledged}`,
    ...writeList({ title: 'ledger', counts: ended }),
  ];
}

function writeSends({ ledger, mails, calls }: CampaignResult): string[] {
  const byState = countBy(ledger.effects, ({ row }) => `${row.kind} ${row.state}`);
  const arrived = new Set([...mails, ...calls]);
  const unclear = ledger.effects.filter(({ row }) => row.state === 'ambiguous');
  const did = unclear.filter(({ row: { key } }) => arrived.has(messageIdOf({ key })) || arrived.has(key)).length;
  const doubled = ledger.effects.filter(({ row }) => row.doubled).length;
  return [
    ...writeList({ title: 'effects', counts: byState }),
    `arrived: ${mails.length} mails, ${calls.length} calls; listed: ${unclear.length} of unknown fate, ${doubled} doubled`,
    ...(did > 0 ? [`of unknown fate, and had arrived: ${did}`] : []),
  ];
}

function writeInvariants(violations: readonly string[]): string[] {
  const known = Object.entries(invariants).flatMap(([name, says]) => {
    const told = violations.filter((one) => one.startsWith(`${name} `) || one.startsWith(`${name}:`));
    return [
      `  ${told.length === 0 ? 'holds ' : 'BROKEN'} ${name.padEnd(6)} ${says}`,
      ...told.slice(0, violationsShown).map((one) => `         ${one}`),
    ];
  });
  const others = violations.filter((one) => !Object.keys(invariants).some((name) => one.startsWith(name)));
  return [...known, ...others.slice(0, violationsShown).map((one) => `  BROKEN ${one}`)];
}

function countBy<Value>(values: readonly Value[], nameOf: (value: Value) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(values, nameOf)].map(([name, ones]) => [name, ones.length]));
}

function writeList({ title, counts }: { title: string; counts: ReadonlyMap<string, number> }): string[] {
  if (counts.size === 0) return [];
  const sorted = [...counts].toSorted(([, left], [, right]) => right - left);
  return [`${title}: ${sorted.map(([name, count]) => `${name} ${count}`).join(', ')}`];
}
