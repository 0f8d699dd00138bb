import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { company, lead } from '@sodate/database/schema/lead';
import { asId, type NodeId } from '@sodate/journey/id';
import type { EndReason } from '@sodate/journey/interpret/passage';
import type { Text } from '@sodate/journey/text';
import { and, desc, eq, lt, ne, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { triedAgainAtNode } from '../effect/tried-again.ts';
import { removedBySql } from '../enrollment/removed-by-sql.ts';
import { wordCallError } from '../http/word-call-error.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { idPageInput, type Page } from '../page.ts';
import { journeyInput } from './journey-input.ts';
import { type LastMail, readLastMails } from './read-last-mails.ts';

const endReasons = [
  'completed',
  'goal',
  'exit',
  'loop-limit',
  'stopped',
  'removed',
  'merged',
  'erased',
] as const satisfies readonly EndReason[];

export const listPeopleInput = journeyInput.extend({
  ...idPageInput.shape,
  /** Leads at this node now. Absent: of the whole journey. */
  node: z.string().max(64).optional(),
  which: z.enum(['open', 'stuck', 'all']).default('open'),
  /** Those that ended by this reason, test leads left out, as the ledger counts them. */
  reason: z.enum(endReasons).optional(),
});

/** The leads in a journey or at one of its nodes, the latest entered first. */
export async function listPeople({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listPeopleInput>;
}): Promise<Page<ListedPerson>> {
  const rows = await readRows({ context, input });
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  const personal = seesPersonalData(context.actor);
  const shown = rows.slice(0, input.limit);
  const mails = await readLastMails({ context, enrollments: shown.map((row) => row.enrollment) });
  return {
    rows: shown.map((row) => ({ ...toPerson({ row, personal }), lastMail: mails.get(row.enrollment) ?? null })),
    ...(last === undefined ? {} : { next: last.enrollment }),
  };
}

type PersonRow = Awaited<ReturnType<typeof readRows>>[number];

export interface ListedPerson extends Omit<PersonRow, 'retrying'> {
  /** Its send did not go through and is tried again; `error`: what the last try came to, once that is over. */
  readonly retrying: { readonly attempt: number; readonly error: Text | null } | null;
  /** What became of the latest mail of this passage; null: none was due yet. */
  readonly lastMail: LastMail | null;
}

function toPerson({ row, personal }: { row: PersonRow; personal: boolean }): Omit<ListedPerson, 'lastMail'> {
  if (row.retrying === null) return { ...row, retrying: null };
  const { attempt, error } = row.retrying;
  return { ...row, retrying: { attempt, error: error === null || !personal ? null : wordCallError(error) } };
}

async function readRows({ context, input }: { context: Context; input: z.output<typeof listPeopleInput> }) {
  return await context.database
    .select({
      enrollment: enrollment.id,
      lead: lead.id,
      name: lead.name,
      email: lead.email,
      company: company.name,
      node: enrollment.node,
      state: enrollment.state,
      until: enrollment.until,
      arrivedAt: enrollment.arrivedAt,
      enteredAt: enrollment.enteredAt,
      endedAt: enrollment.endedAt,
      reason: enrollment.reason,
      removedBy: removedBySql,
      stuckWhy: enrollment.stuckWhy,
      retrying: { attempt: effect.attempt, error: effect.error },
      test: enrollment.test,
    })
    .from(enrollment)
    .innerJoin(lead, eq(lead.id, enrollment.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .leftJoin(effect, triedAgainAtNode)
    .where(and(...conditionsOf(input)))
    .orderBy(desc(enrollment.id))
    .limit(input.limit + 1);
}

function conditionsOf(input: z.output<typeof listPeopleInput>): SQL[] {
  const conditions = [eq(enrollment.journeyId, input.journey)];
  if (input.node !== undefined) conditions.push(eq(enrollment.node, asId<'node'>(input.node) satisfies NodeId));
  if (input.reason !== undefined) {
    return [
      ...conditions,
      eq(enrollment.state, 'ended'),
      eq(enrollment.reason, input.reason),
      ofRealLeads(enrollment),
      ...after(input),
    ];
  }
  if (input.which === 'stuck') conditions.push(eq(enrollment.state, 'stuck'));
  if (input.which !== 'all') conditions.push(ne(enrollment.state, 'ended'));
  return [...conditions, ...after(input)];
}

function after({ after: id }: z.output<typeof listPeopleInput>): SQL[] {
  return id === undefined ? [] : [lt(enrollment.id, asId<'enrollment'>(id))];
}
