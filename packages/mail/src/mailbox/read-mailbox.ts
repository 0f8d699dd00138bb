import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { caughtAtMs, fileOf, isMailboxName, nameOfFile } from './mailbox-file.ts';
import { sanitiseHtml } from './sanitise-html.ts';

/** A mail in the local mailbox, as a list shows it. */
export interface CaughtMail {
  readonly name: string;
  readonly caughtAtMs: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
}

export interface CaughtMailInFull extends CaughtMail {
  /** Without scripts, forms, frames and event attributes; links open in a new tab. Still to be shown in a sandbox. */
  readonly html: string;
  readonly text: string;
  /** Header lines in their order, as received. */
  readonly headers: readonly { readonly name: string; readonly line: string }[];
}

export interface CaughtPage {
  readonly rows: readonly CaughtMail[];
  readonly next?: string;
  readonly total: number;
}

/** Files read for one page, however few of them are to the address asked for: the next page goes on from there. */
const mostRead = 1_000;

/** Newest first; `after` is the last page's `next`. A folder that is not there yet is an empty mailbox. */
export async function listCaught({
  folder,
  after,
  limit,
  to,
}: {
  folder: string;
  after?: string;
  limit: number;
  to?: string;
}): Promise<CaughtPage> {
  const names = await namesIn(folder);
  const rows: CaughtMail[] = [];
  const rest = after === undefined ? names : names.filter((name) => name < after);
  let last: string | undefined;
  for (const name of rest.slice(0, mostRead)) {
    const mail = summaryOf({ name, parsed: await parse({ folder, name }) });
    last = name;
    if (to === undefined || mail.to.toLowerCase().includes(to.toLowerCase())) rows.push(mail);
    if (rows.length === limit) break;
  }
  const more = last !== undefined && last !== rest.at(-1);
  return { rows, total: names.length, ...(more && last ? { next: last } : {}) };
}

/** One mail in full; undefined where the mailbox has none of that name. */
export async function findCaught({
  folder,
  name,
}: {
  folder: string;
  name: string;
}): Promise<CaughtMailInFull | undefined> {
  if (!isMailboxName(name) || !(await namesIn(folder)).includes(name)) return undefined;
  const parsed = await parse({ folder, name });
  return {
    ...summaryOf({ name, parsed }),
    html: sanitiseHtml(parsed.html === false ? '' : parsed.html),
    text: parsed.text ?? '',
    headers: parsed.headerLines.map(({ key, line }) => ({ name: key, line })),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return files
    .flatMap((file) => nameOfFile(file) ?? [])
    .sort()
    .reverse();
}

async function parse({ folder, name }: { folder: string; name: string }): Promise<ParsedMail> {
  return simpleParser(await readFile(join(folder, fileOf(name))), { skipTextToHtml: true, skipImageLinks: true });
}

function summaryOf({ name, parsed }: { name: string; parsed: ParsedMail }): CaughtMail {
  return {
    name,
    caughtAtMs: caughtAtMs(name),
    from: parsed.from?.text ?? '',
    to: addressText(parsed.to),
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
  };
}

function addressText(to: AddressObject | AddressObject[] | undefined): string {
  if (to === undefined) return '';
  return Array.isArray(to) ? to.map(({ text }) => text).join(', ') : to.text;
}
