import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { Ledger, LedgerEffect } from './read-ledger.ts';

/**
 * I3: one sent attempt per effect, or listed as doubled; what arrived = sent + some ambiguous. `received`: the
 * Message-ID of every mail that arrived, as often as it did; `called`: the same of calls, by idempotency key. What its
 * receiver takes once by key, and notices to our own people, may arrive once for each attempt.
 */
export function checkSends({
  ledger: { effects, skipped },
  received,
  called = [],
}: {
  ledger: Ledger;
  received: readonly string[];
  called?: readonly string[];
}): string[] {
  const arrived = Map.groupBy([...received, ...called], (id) => id);
  const known = new Set(effects.map(nameOf));
  const strangers = [...arrived.keys()].filter((id) => !known.has(id));
  return [
    ...effects.flatMap((effect) =>
      checkEffect({
        effect,
        count: arrived.get(nameOf(effect))?.length ?? 0,
        skipped: skipped.has(String(effect.row.enrollmentId)),
      }),
    ),
    ...strangers.map((id) => `I3 ${id}: arrived, and no effect knows of it`),
  ];
}

/** What a receiver knows it by. */
function nameOf({ row: { key, channel } }: LedgerEffect): string {
  return channel === 'mail' || channel === 'test' ? messageIdOf({ key }) : key;
}

interface Checked {
  readonly effect: LedgerEffect;
  /** How often it arrived. */
  readonly count: number;
  /** Whether a person has skipped a send of this passage. */
  readonly skipped: boolean;
}

function checkEffect({ effect, count, skipped }: Checked): string[] {
  const { row, attempts } = effect;
  const who = `I3 ${row.key}`;
  const sent = attempts.filter(({ result }) => result === 'sent').length;
  const told = [];
  if (sent > 1 && !row.doubled) told.push(`${who}: ${sent} attempts were sent, and it is not listed`);
  if (row.state === 'sent' && sent === 0) told.push(`${who}: sent without an attempt that was`);
  const most = isRepeatable(row) ? attempts.length : 1;
  if (count > most && !row.doubled) told.push(`${who}: arrived ${count} times, and it is not listed`);
  if (row.state === 'sent' && count === 0) told.push(`${who}: sent, and did not arrive`);
  const isOpen = row.state === 'sent' || row.state === 'ambiguous' || row.state === 'claimed';
  if (count > 0 && !isOpen && !isExplained({ effect, skipped }))
    told.push(`${who}: arrived, and stands as ${row.state}`);
  return told;
}

/** Notices to our own people are; so is all but mail in the plans of these tests. */
function isRepeatable({ kind, channel }: LedgerEffect['row']): boolean {
  return kind === 'notice' || (channel !== 'mail' && channel !== 'test');
}

/** An attempt of unknown fate may have arrived: of what may be repeated, or of what a person skipped and so knew of. */
function isExplained({ effect: { row, attempts }, skipped }: { effect: LedgerEffect; skipped: boolean }): boolean {
  const isUnknown = attempts.some(({ result }) => result === null || result === 'unknown');
  return isUnknown && (isRepeatable(row) || (skipped && row.state === 'dropped'));
}
