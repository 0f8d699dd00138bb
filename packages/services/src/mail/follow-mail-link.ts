import { thing } from '@sodate/database/schema/event';
import { writeKey } from '@sodate/database/schema/organisation';
import { and, eq, isNull, like, or } from 'drizzle-orm';
import { escapeLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';
import { clickTokenParameter, createClickToken } from '../identity/click-token.ts';
import type { MailLink } from './find-mail-link.ts';
import { recordMailClicked } from './record-mail-clicked.ts';

/**
 * Where a link of a mail leads; undefined where it leads to no page. A person's click is stored, and where our tracker
 * may be on the target, its address tells once whose browser this is. Machines are only led on.
 */
export async function followMailLink({
  context,
  link,
  machine,
}: {
  context: Context;
  link: MailLink;
  machine: boolean;
}): Promise<string | undefined> {
  const target = link.mail.links.find(({ number }) => number === link.token.link)?.target;
  const url = target === undefined ? null : URL.parse(target);
  if (target === undefined || url === null || !/^https?:$/.test(url.protocol)) return undefined;
  if (machine) return url.href;
  const found = await recordMailClicked({ context, link, target });
  if (found === 'scanner' || !(await isTracked({ context, host: url.host }))) return url.href;
  url.searchParams.set(clickTokenParameter, await createClickToken({ context, lead: link.mail.leadId }));
  return url.href;
}

/** Whether our tracker is on this host, by a key's domains or by pages seen: a stranger's page gets no token of ours. */
async function isTracked({ context, host }: { context: Context; host: string }): Promise<boolean> {
  if (URL.parse(context.publicUrl)?.host === host) return true;
  const [seen] = await context.database
    .select({ id: thing.id })
    .from(thing)
    .where(and(eq(thing.kind, 'page'), or(eq(thing.key, host), like(thing.key, `${escapeLike(host)}/%`))))
    .limit(1);
  if (seen !== undefined) return true;
  const keys = await context.database
    .select({ domains: writeKey.domains })
    .from(writeKey)
    .where(and(eq(writeKey.kind, 'browser'), isNull(writeKey.revokedAt)));
  const name = host.replace(/:\d+$/, '');
  const domains = keys.flatMap((key) => key.domains).map((domain) => domain.replace(/:\d+$/, ''));
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
