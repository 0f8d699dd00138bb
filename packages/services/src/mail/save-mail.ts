import { mail } from '@sodate/database/schema/mail';
import { asId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import type { MailProblem } from '@sodate/mail/compile/mail-problem';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { getMailRow } from './get-mail-row.ts';
import { judgeMail } from './judge-mail.ts';
import { mailContent, mailId } from './mail-input.ts';

export const saveMailInput = z.object({
  id: mailId,
  /** The revision that was read; another one stored meanwhile is not overwritten. */
  revision: z.int32().min(0),
  content: mailContent,
});

export interface SavedMail {
  readonly revision: number;
  readonly ready: boolean;
  readonly updatedAt: Instant;
  readonly problems: readonly MailProblem[];
}

/** Stores what a marketer wrote, faults and all: an unready mail can be saved, but not sent. @throws RequestError */
export async function saveMail({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof saveMailInput>;
}): Promise<SavedMail> {
  const { id, revision, content } = saveMailInput.parse(input);
  const { ready, problems } = await judgeMail(content);
  const [row] = await context.database
    .update(mail)
    .set({ ...content, ready, revision: sql`${mail.revision} + 1`, updatedAt: context.clock.now() })
    .where(and(eq(mail.id, asId(id)), eq(mail.revision, revision)))
    .returning({ revision: mail.revision, updatedAt: mail.updatedAt });
  if (row !== undefined) return { ...row, ready, problems };
  await getMailRow({ context, id: asId(id) });
  throw conflict({
    ja: 'ほかの人がこのメールを保存しました。読み直してから、もう一度直してください。',
    en: 'Someone else has saved this email. Load it again, then repeat your change.',
  });
}
