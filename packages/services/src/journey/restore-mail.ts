import { mail, mailVersion } from '@sodate/database/schema/mail';
import { asId, isUuid } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { judgeMail } from '../mail/judge-mail.ts';
import { inTransaction } from '../transaction.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import { versionInput } from './note-version.ts';
import { mailChangeInput } from './read-mail-change.ts';
import { readPins } from './read-pins.ts';

export const restoreMailInput = versionInput.extend({ node: mailChangeInput.shape.node });

/**
 * Writes a mail again as a version of the journey sends it at a node: subject, preview, body and kind. All drafts that name
 * the mail have those words then; what is live goes on sending its own until it is published anew.
 * @throws RequestError 'not-found'; 'conflict' where what was written then was not kept.
 */
export async function restoreMail({
  context,
  input: { journey, number, node },
}: {
  context: Context;
  input: z.output<typeof restoreMailInput>;
}): Promise<{ readonly name: string }> {
  return await inTransaction({ context }, async (inner) => {
    const { database } = inner;
    if ((await findJourney({ context: inner, id: journey })) === undefined) throw journeyMissing();
    const pin = (await readPins({ context: inner, journey, side: number }))[node];
    if (pin === undefined || !isUuid(pin)) throw sendsNone();
    const { mailId, kind, topic, subject, preview, body } = mailVersion;
    const [pinned] = await database
      .select({ mailId, kind, topic, subject, preview, body })
      .from(mailVersion)
      .where(eq(mailVersion.id, asId<'mail-version'>(pin)));
    if (pinned === undefined) throw sendsNone();
    if (pinned.body === null) throw notKept();
    const { mailId: id, ...written } = { ...pinned, body: pinned.body };
    const [row] = await database.select({ name: mail.name }).from(mail).where(eq(mail.id, id)).for('update');
    if (row === undefined) throw sendsNone();
    const { ready } = await judgeMail({ ...row, ...written });
    await database
      .update(mail)
      .set({ ...written, ready, revision: sql`${mail.revision} + 1`, updatedAt: inner.clock.now() })
      .where(eq(mail.id, id));
    const detail = { version: String(number), mail: row.name };
    await writeAudit({
      context: inner,
      line: { action: 'mail-restored', subject: 'journey', subjectId: journey, detail },
    });
    return { name: row.name };
  });
}

function sendsNone() {
  return notFound({
    ja: 'このバージョンは、このノードでメールを送りません。ページを読み直してください。',
    en: 'This version sends no email at this node. Reload the page.',
  });
}

function notKept() {
  return conflict({
    ja: 'このバージョンの文面は、書き直せる形では残っていません。表示されている文面を写してください。',
    en: 'What was written for this version was not kept in a form that can be edited. Copy the words that are shown.',
  });
}
