import { type BrokenLink, type MailRow, mail } from '@sodate/database/schema/mail';
import { asId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { AskPage } from '../http/create-page-asker.ts';
import { findMeantPage } from './find-meant-page.ts';
import { getMailRow } from './get-mail-row.ts';
import { judgeMail } from './judge-mail.ts';
import { mailId } from './mail-input.ts';

export const checkLinksInput = z.object({ id: mailId });

/** No mail has more links that are worth asking for. */
const mostAsked = 50;

/** Asks for every page that a stored mail links to, and keeps which are not there. @throws RequestError not-found */
export async function checkLinks({
  context,
  input,
  ask,
}: {
  context: Context;
  input: z.input<typeof checkLinksInput>;
  ask: AskPage;
}): Promise<readonly BrokenLink[]> {
  return await checkLinksOf({
    context,
    row: await getMailRow({ context, id: asId(checkLinksInput.parse(input).id) }),
    ask,
  });
}

export async function checkLinksOf({
  context,
  row,
  ask,
}: {
  context: Context;
  row: MailRow;
  ask: AskPage;
}): Promise<readonly BrokenLink[]> {
  const { links } = (await judgeMail(row)).mail;
  // Filled in for each lead: nobody knows yet where those lead.
  const plain = links.flatMap(({ target }) => (/\{\{|\{%/.test(target) ? [] : [target]));
  const addresses = [...new Set(plain)].slice(0, mostAsked);
  const found = await Promise.all(addresses.map((address) => findFault({ context, address, ask })));
  const broken = found.flatMap((one) => one ?? []);
  await context.database
    .update(mail)
    .set({ linkReport: { words: row.words, broken } })
    .where(eq(mail.id, row.id));
  return broken;
}

async function findFault({
  context,
  address,
  ask,
}: {
  context: Context;
  address: string;
  ask: AskPage;
}): Promise<BrokenLink | undefined> {
  const fault = await ask(address);
  if (fault !== 'gone' && fault !== 'no-host') return undefined;
  const meant = fault === 'gone' ? await findMeantPage({ context, address }) : undefined;
  return { address, fault, ...(meant === undefined ? {} : { meant }) };
}
