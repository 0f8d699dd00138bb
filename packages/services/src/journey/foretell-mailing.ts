import type { NotSentReason } from '@sodate/database/schema/enrollment';
import { type MailVersionRow, mailVersion } from '@sodate/database/schema/mail';
import { asId, type LeadId, type NodeId } from '@sodate/journey/id';
import { inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { judgeEntries } from '../bulk-enrolment/judge-entries.ts';
import type { Context } from '../context.ts';
import type { RunningVersion } from '../engine/read-version.ts';
import { mostCounted } from '../lead/count-leads.ts';
import { type LeadFilter, leadFilterInput, leadFilterSql } from '../lead/lead-filter.ts';
import { judgePermission } from '../mail/judge-permission.ts';
import { lastConsentSql, type MailStanding, standingSql } from '../mail/standing-sql.ts';
import { findFirstSends } from './find-first-sends.ts';
import { findOpenDoor } from './find-open-door.ts';
import { journeyInput } from './journey-input.ts';

export const foretellMailingInput = journeyInput.extend({
  /** Who is to be added: the filter of the list of leads. */
  filter: leadFilterInput,
});

export interface ForetoldMailing {
  /** first: of what is sent before the first rest. later: nothing is, but mails follow. */
  readonly of: 'first' | 'later';
  /** How many of the leads looked at may enter; `more` where there are others to look at, beyond `mostCounted`. */
  readonly counted: number;
  readonly more: boolean;
  /** How many of those looked at may not enter, as things stand: nothing is sent to them either way. */
  readonly refused: number;
  /** Those who enter and would not be sent it as things stand, the commonest reason first. */
  readonly barred: readonly { readonly reason: NotSentReason; readonly count: number }[];
}

/**
 * How many of those who are to be added by hand may not be mailed, and why. Where the journey sends mails of several
 * kinds, the one that asks most is meant. Null where it lets nobody in by hand, or sends no mail.
 */
export async function foretellMailing({
  context,
  input: { journey, filter },
}: {
  context: Context;
  input: z.output<typeof foretellMailingInput>;
}): Promise<ForetoldMailing | null> {
  const door = await findOpenDoor({ context, journey });
  if (door === undefined) return null;
  const { nodes } = findFirstSends({ plan: door.version.plan, from: door.entry.to });
  const first = await findStrictest({ context, version: door.version, nodes: [...nodes] });
  const mail = first ?? (await findStrictest({ context, version: door.version, nodes: mailingNodes(door.version) }));
  if (mail === undefined) return null;
  const found = await findStandings({ context, filter, topic: mail.topic });
  const leads = found.slice(0, mostCounted);
  const { admitted } = await judgeEntries({ context, door, leads, now: context.clock.now() });
  const barred = new Map<NotSentReason, number>();
  for (const { standing, consent } of admitted) {
    const reason = judgePermission({ standing, consent, kind: mail.kind });
    if (reason !== undefined) barred.set(reason, (barred.get(reason) ?? 0) + 1);
  }
  return {
    of: first === undefined ? 'later' : 'first',
    counted: admitted.length,
    refused: leads.length - admitted.length,
    more: found.length > mostCounted,
    barred: [...barred].map(([reason, count]) => ({ reason, count })).toSorted((one, other) => other.count - one.count),
  };
}

function mailingNodes({ plan }: RunningVersion): readonly NodeId[] {
  return Object.values(plan.ops).flatMap((op) =>
    op.kind === 'act' && op.external?.channel === 'mail' ? [op.node] : [],
  );
}

type MailKept = Pick<MailVersionRow, 'kind' | 'topic'>;

/** Marketing asks for consent beside an address, a reply for an address alone. */
async function findStrictest({
  context,
  version,
  nodes,
}: {
  context: Context;
  version: RunningVersion;
  nodes: readonly NodeId[];
}): Promise<MailKept | undefined> {
  const pinned = nodes.flatMap((node) => version.mails[node] ?? []).map((pin) => asId<'mail-version'>(pin));
  if (pinned.length === 0) return undefined;
  const { kind, topic } = mailVersion;
  const mails = await context.database.select({ kind, topic }).from(mailVersion).where(inArray(mailVersion.id, pinned));
  return mails.find((mail) => mail.kind === 'marketing') ?? mails[0];
}

interface Standing extends Record<string, unknown> {
  readonly id: LeadId;
  /** The filter leaves deleted leads out. */
  readonly deleted: false;
  readonly standing: MailStanding;
  readonly consent: boolean | null;
}

/** The leads of a filter with what decides over mails to them; one more than are counted where there are others. */
async function findStandings({
  context,
  filter,
  topic,
}: {
  context: Context;
  filter: LeadFilter;
  topic: string;
}): Promise<readonly Standing[]> {
  const fits = await leadFilterSql({ context, filter });
  const lead = sql`l`;
  return await context.database.execute<Standing>(sql`
    select l.id, false as deleted, ${standingSql({ lead })} as standing,
      ${lastConsentSql({ lead, topic: sql`${topic}::text` })} as consent
    from (select l.* from lead l left join lead_score s on s.lead_id = l.id where ${fits} limit ${mostCounted + 1}) l`);
}
