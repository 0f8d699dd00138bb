import { version } from '@sodate/database/schema/journey';
import type { LeadRow } from '@sodate/database/schema/lead';
import { mail, mailVersion } from '@sodate/database/schema/mail';
import type { QuietHours } from '@sodate/database/schema/organisation';
import { asId, type NodeId, type VersionId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { formatInstant } from '@sodate/journey/time/instant';
import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { findLead } from '../lead/find-lead.ts';
import { findNextAllowedTime } from '../mail/next-allowed-time.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { callStoredNodes } from './call-stored-nodes.ts';
import { sendsMail } from './expect-mails.ts';
import { findFirstCalls } from './find-first-calls.ts';
import { findFirstSends } from './find-first-sends.ts';
import { findOpenDoor } from './find-open-door.ts';
import { findUnmailable } from './find-unmailable.ts';
import { journeyInput } from './journey-input.ts';

export const firstMailsInput = journeyInput.extend({
  /** Who is to be added, where it is one. */
  lead: z
    .uuid()
    .transform((id) => asId<'lead'>(id))
    .optional(),
});

export interface FirstMail {
  readonly name: string;
  readonly kind: 'reply' | 'marketing';
  /** The lead's alone: until when quiet hours or the weekly cap hold it, ISO 8601; null: it is sent at once. */
  readonly heldUntil: string | null;
}

/** What a lead who is added by hand is sent before its first rest. */
export interface FirstMails {
  /** The first of each way that a lead may take. Those that this lead would not get are left out. */
  readonly mails: readonly FirstMail[];
  /** Every way sends one: it does not hang on what a branch or a split decides. */
  readonly certain: boolean;
  /** This lead would not get one of them, and goes on without it. */
  readonly barred: boolean;
  readonly quietHours: QuietHours | null;
  /** The journey sends a mail somewhere. */
  readonly sendsMail: boolean;
  /** Nodes that call what lies outside before the first rest, and whether they do so on every way. */
  readonly calls: { readonly names: readonly Text[]; readonly certain: boolean };
}

/** Null where the journey lets nobody in by hand. @throws RequestError 'not-found' where there is no such lead. */
export async function readFirstMails({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof firstMailsInput>;
}): Promise<FirstMails | null> {
  const { database } = context;
  const door = await findOpenDoor({ context, journey: input.journey });
  if (door === undefined) return null;
  const { version: running, entry } = door;
  const { plan, mails: pins } = running;
  const { nodes, certain } = findFirstSends({ plan, from: entry.to });
  const calling = findFirstCalls({ plan, from: entry.to });
  const organisation = await readOrganisation({ context });
  const lead = input.lead === undefined ? undefined : await findLead({ context, lead: input.lead });
  const unmailable = lead === undefined ? undefined : await findUnmailable({ context, plan, lead });
  const reached = [...nodes].filter((node) => unmailable?.has(node) !== true);
  const pinned = new Set(reached.flatMap((node) => pins[node] ?? []).map((pin) => asId<'mail-version'>(pin)));
  const found =
    pinned.size === 0
      ? []
      : await database
          .select({ name: mail.name, kind: mailVersion.kind })
          .from(mailVersion)
          .innerJoin(mail, eq(mail.id, mailVersion.mailId))
          .where(inArray(mailVersion.id, [...pinned]))
          .orderBy(mail.name);
  const told = found.map(async ({ name, kind }) => ({
    name,
    kind,
    heldUntil: lead === undefined ? null : await findHold({ context, lead, organisation, kind }),
  }));
  return {
    mails: await Promise.all(told),
    certain,
    barred: reached.length < nodes.size,
    quietHours: organisation.quietHours,
    sendsMail: Object.values(plan.ops).some(sendsMail),
    calls: {
      names: await nameCallers({ context, version: running.id, nodes: [...calling.nodes] }),
      certain: calling.certain,
    },
  };
}

async function nameCallers({
  context,
  version: id,
  nodes,
}: {
  context: Context;
  version: VersionId;
  nodes: readonly NodeId[];
}): Promise<readonly Text[]> {
  if (nodes.length === 0) return [];
  const [row] = await context.database.select({ graph: version.graph }).from(version).where(eq(version.id, id));
  const stored = nodes.map((node) => ({ version: id, id: node, node: row?.graph.nodes[node] ?? null }));
  const nameOf = await callStoredNodes({ context, nodes: stored });
  return stored.map((one) => nameOf(one).title);
}

async function findHold({
  context,
  lead,
  organisation,
  kind,
}: {
  context: Context;
  lead: LeadRow;
  organisation: Awaited<ReturnType<typeof readOrganisation>>;
  kind: FirstMail['kind'];
}): Promise<string | null> {
  const facts = { lead, organisation, version: { kind } };
  const at = await findNextAllowedTime({ context, facts, effectKey: '', now: context.clock.now() });
  return at === undefined ? null : formatInstant(at);
}
