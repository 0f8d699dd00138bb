import type { MailRow } from '@sodate/database/schema/mail';
import { asId } from '@sodate/journey/id';
import type { MailProblem } from '@sodate/mail/compile/mail-problem';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { getMailRow } from './get-mail-row.ts';
import { judgeMail } from './judge-mail.ts';
import { mailId } from './mail-input.ts';

export const getMailInput = z.object({ id: mailId });

export interface MailInFull extends MailRow {
  readonly problems: readonly MailProblem[];
}

/** One mail as written, and what is wrong with it. @throws RequestError not-found */
export async function getMail({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof getMailInput>;
}): Promise<MailInFull> {
  const row = await getMailRow({ context, id: asId(getMailInput.parse(input).id) });
  return { ...row, problems: (await judgeMail(row)).problems };
}
