import { lead } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { asId, type HandoffId, type LeadId, type UserId } from '@sodate/journey/id';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type EntryNote, readEntryNotes } from '../handoff/read-entry-notes.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { idPageInput, type Page } from '../page.ts';
import { requirePerson } from '../person/require-person.ts';
import { type Escalation, readEscalations } from './read-escalations.ts';

export const listNoticesInput = idPageInput;

export type ListedNotice = Pick<typeof notice.$inferSelect, 'id' | 'kind' | 'detail' | 'href' | 'readAt' | 'at'> & {
  /** The name of the lead that it is about, as it is now; null where there is none, or it may not be seen. */
  readonly lead: string | null;
  /** What whoever gave it to them says. */
  readonly note: EntryNote | null;
  /** Whom it names among our people: who has not answered, or who has it now. */
  readonly person: string | null;
  /** Who gave it to that person. */
  readonly changedBy: string | null;
  /** How it stands, where a deadline passed that another answers for. */
  readonly escalation: Escalation | null;
};

/** The person's own notices, newest first. */
export async function listNotices({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listNoticesInput>;
}): Promise<Page<ListedNotice>> {
  const { id, kind, detail, href, readAt, at } = notice;
  const before = input.after === undefined ? undefined : lt(id, asId(input.after));
  const rows = await context.database
    .select({ id, kind, detail, href, readAt, at })
    .from(notice)
    .where(and(eq(notice.userId, requirePerson(context)), before))
    .orderBy(desc(id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const names = await readNames({ context, leads: page.flatMap((row) => row.detail.lead ?? []).map(String) });
  const entries = page.flatMap((row) => entryOf(row) ?? []);
  const notes = await readEntryNotes({ context, entries: seesPersonalData(context.actor) ? entries : [] });
  const escalations = await readEscalations({ context, handoffs: page.flatMap((row) => escalatedOf(row) ?? []) });
  const people = await readPeopleNames({
    context,
    ids: page.flatMap(({ detail: { owner, to, changedBy } }) =>
      [owner, to, changedBy].flatMap((one) => personOf(one) ?? []),
    ),
  });
  const nameOf = (one: string | number | undefined) => people.get(String(one)) ?? null;
  const noteOf = (row: Pick<ListedNotice, 'detail'>) => {
    const entry = entryOf(row);
    return entry === undefined ? null : (notes.get(entry) ?? null);
  };
  return {
    rows: page.map((row) => ({
      ...row,
      lead: names.get(String(row.detail.lead)) ?? null,
      note: noteOf(row),
      person: nameOf(row.detail.owner ?? row.detail.to),
      changedBy: nameOf(row.detail.changedBy),
      escalation: escalations.get(String(row.detail.handoff)) ?? null,
    })),
    ...(last === undefined ? {} : { next: last.id }),
  };
}

function entryOf({ detail }: Pick<ListedNotice, 'detail'>) {
  return detail.entry === undefined ? undefined : asId<'handoff-entry'>(String(detail.entry));
}

function escalatedOf({ kind, detail }: Pick<ListedNotice, 'kind' | 'detail'>): HandoffId | undefined {
  return kind === 'handoff-escalated' && detail.handoff !== undefined ? asId(String(detail.handoff)) : undefined;
}

/** Empty where nobody had it. */
function personOf(one: string | number | undefined): UserId | undefined {
  return one === undefined || one === '' ? undefined : asId(String(one));
}

async function readPeopleNames({
  context,
  ids,
}: {
  context: Context;
  ids: readonly UserId[];
}): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, name } = user;
  const rows = await context.database
    .select({ id, name })
    .from(user)
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function readNames({
  context,
  leads,
}: {
  context: Context;
  leads: readonly string[];
}): Promise<ReadonlyMap<string, string>> {
  if (leads.length === 0 || !seesPersonalData(context.actor)) return new Map();
  const ids: LeadId[] = [...new Set(leads)].map((id) => asId(id));
  const rows = await context.database
    .select({ id: lead.id, name: lead.name, email: lead.email })
    .from(lead)
    .where(inArray(lead.id, ids));
  return new Map(rows.map(({ id, name, email }) => [id, name === '' ? (email ?? '') : name]));
}
