import { mail } from '@sodate/database/schema/mail';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { asc, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';

const most = 2_000;

/** Mails that a node may send, by name: for pickers and for validating a graph. */
export async function listMailChoices({ context }: { context: Context }): Promise<Surroundings['mails']> {
  return context.database
    .select({ id: mail.id, name: mail.name, subject: mail.subject, ready: mail.ready, kind: mail.kind })
    .from(mail)
    .where(isNull(mail.archivedAt))
    .orderBy(asc(mail.name), asc(mail.id))
    .limit(most);
}
