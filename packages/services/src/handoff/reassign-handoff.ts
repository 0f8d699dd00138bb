import type { HandoffRow } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';
import { changeHandoff } from './change-handoff.ts';
import { assertNotClosed } from './find-answer.ts';
import { giveHandoff } from './give-handoff.ts';
import { assertMayReassign } from './handoff-access.ts';
import type { reassignHandoffInput } from './handoff-input.ts';

/**
 * Gives a hand-off to another of our salespeople, who is told, with the note; the deadline stays. To the same person: nothing happens.
 * @throws RequestError 'not-found', 'forbidden' (not a manager), 'conflict' (closed), 'invalid' (no such salesperson).
 */
export async function reassignHandoff({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof reassignHandoffInput>;
}): Promise<HandoffRow> {
  assertMayReassign({ actor: context.actor });
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row } }) => {
    await assertNotClosed({ context: inner, row });
    if (row.ownerId === input.owner) return row;
    await requireSalesperson({ context: inner, id: input.owner });
    return giveHandoff({ context: inner, row, owner: input.owner, note: input.note ?? '' });
  });
}

export async function requireSalesperson({ context, id }: { context: Context; id: UserId }): Promise<void> {
  const [found] = await context.database
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, id), eq(user.banned, false), inArray(user.role, ['sales-rep', 'sales-manager', 'admin'])));
  if (found) return;
  throw invalid(
    {
      ja: 'この人は引き渡しを担当できません。営業担当か営業マネージャーを選んでください。',
      en: 'This person cannot take hand-offs. Choose a sales rep or a sales manager.',
    },
    'owner',
  );
}
