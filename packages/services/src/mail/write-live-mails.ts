import { mailUse, mailVersion } from '@sodate/database/schema/mail';
import type { Graph } from '@sodate/journey/graph/graph';
import { listMentionedIds } from '@sodate/journey/graph/list-mentioned-ids';
import { asId, isUuid, type JourneyId, type NodeId } from '@sodate/journey/id';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { findMentionedMails } from './find-mentioned-mails.ts';
import { removeIdleUses } from './remove-idle-uses.ts';

/** Keeps which mails the version names that goes live now, and what it sends of each. In the caller's transaction. */
export async function writeLiveMails({
  context,
  journey,
  graph,
  pins,
}: {
  context: Context;
  journey: JourneyId;
  graph: Graph;
  pins: Readonly<Record<NodeId, string>>;
}): Promise<void> {
  const { database } = context;
  await database.update(mailUse).set({ inLive: false, sends: null }).where(eq(mailUse.journeyId, journey));
  const sent = await readPinned({ context, pins });
  const named = await findMentionedMails({ context, ids: [...listMentionedIds(graph)] });
  if (named.length > 0) {
    await database
      .insert(mailUse)
      .values(named.map((id) => ({ journeyId: journey, mailId: id, inLive: true, sends: sent.get(id) ?? null })))
      .onConflictDoUpdate({
        target: [mailUse.journeyId, mailUse.mailId],
        set: { inLive: sql`true`, sends: sql`excluded.sends` },
      });
  }
  await removeIdleUses({ context, journey });
}

async function readPinned({ context, pins }: { context: Context; pins: Readonly<Record<NodeId, string>> }) {
  const ids = Object.values(pins)
    .filter(isUuid)
    .map(asId<'mail-version'>);
  if (ids.length === 0) return new Map();
  const { id, mailId } = mailVersion;
  const rows = await context.database.select({ id, mailId }).from(mailVersion).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.mailId, row.id]));
}
