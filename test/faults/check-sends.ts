import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { Ledger, LedgerEffect } from './read-ledger.ts';

/**
 * I3: one sent attempt per effect, or listed as doubled; what arrived = sent + some ambiguous. `received`: the
 * Message-ID of every mail that arrived, as often as it did.
 */
export function checkSends({
  ledger: { effects },
  received,
}: {
  ledger: Ledger;
  received: readonly string[];
}): string[] {
  const arrived = Map.groupBy(received, (id) => id);
  const known = new Set(effects.map(({ row }) => messageIdOf({ key: row.key })));
  const strangers = [...arrived.keys()].filter((id) => !known.has(id));
  return [
    ...effects.flatMap((effect) =>
      checkEffect({ effect, count: arrived.get(messageIdOf({ key: effect.row.key }))?.length ?? 0 }),
    ),
    ...strangers.map((id) => `I3 ${id}: arrived, and no effect knows of it`),
  ];
}

function checkEffect({ effect: { row, attempts }, count }: { effect: LedgerEffect; count: number }): string[] {
  const who = `I3 ${row.key}`;
  const sent = attempts.filter(({ result }) => result === 'sent').length;
  const told = [];
  if (sent > 1 && !row.doubled) told.push(`${who}: ${sent} attempts were sent, and it is not listed`);
  if (row.state === 'sent' && sent === 0) told.push(`${who}: sent without an attempt that was`);
  if (count > 1 && !row.doubled) told.push(`${who}: arrived ${count} times, and it is not listed`);
  if (row.state === 'sent' && count === 0) told.push(`${who}: sent, and did not arrive`);
  if (count > 0 && row.state !== 'sent' && row.state !== 'ambiguous' && row.state !== 'claimed') {
    told.push(`${who}: arrived, and stands as ${row.state}`);
  }
  return told;
}
