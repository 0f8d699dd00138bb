import { mailUse } from '@sodate/database/schema/mail';
import type { Graph } from '@sodate/journey/graph/graph';
import { listMentionedIds } from '@sodate/journey/graph/list-mentioned-ids';
import { asId, type JourneyId } from '@sodate/journey/id';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { findMentionedMails } from './find-mentioned-mails.ts';
import { removeIdleUses } from './remove-idle-uses.ts';

/** Keeps which mails a draft names, in step with what is drawn. In the caller's transaction, which holds the journey. */
export async function writeDraftMails({
  context,
  journey,
  before,
  after,
}: {
  context: Context;
  journey: JourneyId;
  before: Graph;
  after: Graph;
}): Promise<void> {
  const { database } = context;
  const old = listMentionedIds(before);
  const next = listMentionedIds(after);
  const gone = [...old].filter((id) => !next.has(id)).map(asId<'mail'>);
  const come = [...next].filter((id) => !old.has(id));
  if (gone.length > 0) {
    const uses = and(eq(mailUse.journeyId, journey), inArray(mailUse.mailId, gone));
    await database.update(mailUse).set({ inDraft: false }).where(uses);
    await removeIdleUses({ context, journey });
  }
  const known = await findMentionedMails({ context, ids: come });
  if (known.length === 0) return;
  await database
    .insert(mailUse)
    .values(known.map((id) => ({ journeyId: journey, mailId: id, inDraft: true })))
    .onConflictDoUpdate({ target: [mailUse.journeyId, mailUse.mailId], set: { inDraft: sql`true` } });
}
