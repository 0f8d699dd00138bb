import { rightNow } from '@sodate/database/columns';
import { effect } from '@sodate/database/schema/enrollment';
import type { HandoffRow } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { noticesOfLeads } from '../notice/notices-of-leads.ts';
import { writeEntry, writeHandoff } from './change-handoff.ts';
import type { Act } from './find-last-act.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { HandoffNotice } from './handoff-notices.ts';
import { hrefOf } from './href-of.ts';

interface GivenBack {
  readonly context: Context;
  readonly row: HandoffRow;
  /** The giving back. */
  readonly act: Act;
}

/**
 * Whoever gave it back by a slip has it again, and its lead unless that is somebody else's by now. Nobody need choose an
 * owner any more, so the managers' notices count as read and mails that have not gone stay here. Its deadline ran on all
 * the while. The caller holds the locks, and has made sure that nobody else has it.
 */
export async function takeBack({ context, row, act }: GivenBack): Promise<HandoffRow> {
  if (act.detail.leadToo === 'yes') {
    const nobodys = and(eq(lead.id, row.leadId), isNull(lead.ownerId));
    await context.database.update(lead).set({ ownerId: act.by }).where(nobodys);
  }
  await quietManagers({ context, row });
  await writeEntry({ context, row, kind: 'undone', detail: { of: act.kind } });
  return writeHandoff({ context, row, values: { ownerId: act.by } });
}

async function quietManagers({ context, row }: Omit<GivenBack, 'act'>): Promise<void> {
  const told: HandoffNotice = 'given-back';
  const ofThis = and(eq(notice.kind, `handoff-${told}`), eq(notice.href, hrefOf(row)), isNull(notice.readAt));
  await context.database
    .update(notice)
    .set({ readAt: context.clock.now() })
    .where(and(noticesOfLeads([row.leadId]), ofThis));
  const waiting = and(eq(effect.handoffId, row.id), eq(effect.state, 'waiting'));
  await context.database
    .update(effect)
    .set({ state: 'dropped', settledAt: rightNow })
    .where(and(waiting, sql`${effect.config} ->> 'notice' = ${told}`));
}

/** @throws RequestError 'conflict' where somebody has it by now, 'forbidden' where another gave it back. */
export async function assertNotGiven({ context, row, act }: GivenBack): Promise<void> {
  const { actor } = context;
  if (actor.kind !== 'user' || act.by !== actor.id) return assertMayAnswer({ actor, row });
  if (row.ownerId === null) return;
  const [owner] = await context.database.select({ name: user.name }).from(user).where(eq(user.id, row.ownerId));
  throw conflict({
    ja: `取り消せません。この引き渡しは、すでに${owner?.name ?? ''}さんの担当になっています。`,
    en: `This cannot be undone: ${owner?.name ?? ''} has the hand-off by now.`,
  });
}
