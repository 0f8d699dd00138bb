import { type BulkChangeRow, bulkChange } from '@sodate/database/schema/operation';
import type { UserId } from '@sodate/journey/id';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { conflict, forbidden, invalid } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import type { askBulkChangeInput } from './bulk-input.ts';
import { carryBulkChange } from './carry-bulk-change.ts';
import { countBulk } from './find-next-of-bulk.ts';

type Input = z.output<typeof askBulkChangeInput>;

/**
 * Has one way out taken for many: stuck leads, or sends to check. The first slice is done at once, the rest by a
 * worker, in the asker's name. @throws RequestError 'forbidden' by role, 'conflict' where there is nobody to change.
 */
export async function askBulkChange({
  context,
  input,
}: {
  context: Context;
  input: Input;
}): Promise<{ readonly change: BulkChangeRow['id'] }> {
  const asker = assertMay({ context, input });
  const change = await inTransaction({ context }, async (inner) => {
    const askedAt = await readClock({ context: inner });
    const total = await countBulk({ context: inner, change: { ...input, after: '', askedAt } });
    if (total === 0) throw nobody();
    const [row] = await inner.database
      .insert(bulkChange)
      .values({ ...input, total, askedBy: asker, askedAt })
      .returning();
    if (!row) throw new Error('no bulk change was written');
    const detail = { verb: input.verb, total, ...(input.choice.kind === 'matching' ? { choice: input.choice } : {}) };
    await writeAudit({
      context: inner,
      line: { action: 'bulk-change-asked', subject: 'bulk-change', subjectId: row.id, detail },
    });
    return row;
  });
  await carryBulkChange({ context, change: change.id });
  return { change: change.id };
}

/** What one may do singly, one may do for many: a sales manager takes leads out, and no more. */
function assertMay({ context: { actor }, input: { verb, choice } }: { context: Context; input: Input }): UserId {
  if (actor.kind !== 'user') throw new Error('a bulk change is asked by a person');
  if (actor.role !== 'admin' && actor.role !== 'marketer' && verb.kind !== 'remove') throw notYours();
  // Elsewhere there is no such node.
  if (verb.kind === 'move' && choice.kind === 'matching' && choice.journey === undefined) throw whichJourney();
  return actor.id;
}

function nobody() {
  return conflict({
    ja: '当てはまるものが、もうありません。一覧を読み込み直してください。',
    en: 'Nothing matches any more. Reload the list.',
  });
}

function notYours() {
  return forbidden({
    ja: 'あなたの役割でできるのは「外す」だけです。ほかはマーケティングの人に頼んでください。',
    en: 'Your role can only remove leads. Ask somebody in marketing for the rest.',
  });
}

function whichJourney() {
  return invalid(
    { ja: '移すには、シナリオを1つ選んでください。', en: 'To move leads, choose one journey first.' },
    'choice',
  );
}
