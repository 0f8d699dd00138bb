import { effect, enrollment, type NotSentReason, notSentReasons } from '@sodate/database/schema/enrollment';
import { company, lead } from '@sodate/database/schema/lead';
import { sentMail } from '@sodate/database/schema/mail';
import { asId, type EnrollmentId, type Id, type LeadId } from '@sodate/journey/id';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, isNotNull, lt, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { type Page, pageInput } from '../page.ts';
import { notSentAt } from './not-sent-at.ts';
import { nodeResultsInput } from './read-node-results.ts';

const cameOfMails = ['sent', 'opened', 'clicked'] as const;

export const listNodeResultsInput = z.discriminatedUnion('came', [
  nodeResultsInput.extend({
    ...pageInput.shape,
    came: z.enum(cameOfMails),
    after: z.uuid().optional(),
  }),
  nodeResultsInput.extend({
    ...pageInput.shape,
    came: z.literal('not-sent'),
    reason: z.enum(notSentReasons).optional(),
  }),
]);

type Input = z.output<typeof listNodeResultsInput>;
type OfMails = Extract<Input, { came: (typeof cameOfMails)[number] }>;
type NotSent = Extract<Input, { came: 'not-sent' }>;

/** One lead that a number of a node counts, and when that came about. */
export interface NodeResult {
  readonly enrollment: EnrollmentId;
  readonly lead: LeadId;
  readonly name: string;
  readonly email: string | null;
  readonly company: string | null;
  /** ISO 8601. */
  readonly at: string | null;
  readonly reason: NotSentReason | null;
}

interface Row extends Omit<NodeResult, 'at'> {
  readonly key: string;
  readonly at: Instant | null;
}

/** The leads behind a number of a node's results, who came last first. Test leads are left out. */
export async function listNodeResults({
  context,
  input,
}: {
  context: Context;
  input: Input;
}): Promise<Page<NodeResult>> {
  const rows = input.came === 'not-sent' ? await readNotSent({ context, input }) : await readMails({ context, input });
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ key: _, at, ...row }) => ({ ...row, at: at === null ? null : formatInstant(at) })),
    ...(last === undefined ? {} : { next: last.key }),
  };
}

const who = { lead: lead.id, name: lead.name, email: lead.email, company: company.name };

async function readNotSent({ context, input }: { context: Context; input: NotSent }): Promise<readonly Row[]> {
  const { reason, after } = input;
  const rows = await context.database
    .select({
      ...who,
      key: effect.key,
      enrollment: enrollment.id,
      at: effect.settledAt,
      reason: effect.notSentReason,
    })
    .from(effect)
    .innerJoin(enrollment, eq(enrollment.id, effect.enrollmentId))
    .innerJoin(lead, eq(lead.id, enrollment.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(
      and(
        ...notSentAt(input),
        ...(reason === undefined ? [] : [eq(effect.notSentReason, reason)]),
        ...(after === undefined ? [] : [lt(effect.key, after)]),
      ),
    )
    .orderBy(desc(effect.key))
    .limit(input.limit + 1);
  return rows;
}

/** When each came about: an opening and a click are known by the time that they were counted. */
const atOf = {
  sent: sentMail.sentAt,
  opened: sentMail.openedCountedAt,
  clicked: sentMail.clickedCountedAt,
} as const;

async function readMails({ context, input }: { context: Context; input: OfMails }): Promise<readonly Row[]> {
  const at = atOf[input.came];
  const after: SQL[] = input.after === undefined ? [] : [lt(sentMail.id, asId<'sent-mail'>(input.after))];
  const rows = await context.database
    .select({ ...who, key: sentMail.id, enrollment: enrollment.id, at })
    .from(sentMail)
    .innerJoin(enrollment, eq(enrollment.id, sentMail.enrollmentId))
    .innerJoin(lead, eq(lead.id, enrollment.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(
      and(
        eq(sentMail.journeyId, input.journey),
        eq(sentMail.node, input.node),
        isNotNull(at),
        ofRealLeads(enrollment),
        ...after,
      ),
    )
    .orderBy(desc(sentMail.id))
    .limit(input.limit + 1);
  return rows.map((row) => ({ ...row, key: row.key satisfies Id<'sent-mail'>, reason: null }));
}
