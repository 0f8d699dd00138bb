import { type EnrollmentRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import { journeyRule } from '@sodate/database/schema/journey';
import { asId, type CalendarId, type EnrollmentId, type JourneyId, type LeadId } from '@sodate/journey/id';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { nudge } from '../enrollment/nudge.ts';
import { type LockedLead, lockLeads } from '../event/lock-leads.ts';
import { changeByRule, type RowChange } from './change-by-rule.ts';
import { readClock } from './clock.ts';
import { endPassages } from './end-passages.ts';
import { mustLookAgain } from './must-look-again.ts';
import { readCalendarFacts } from './read-facts.ts';
import { readVersion } from './read-version.ts';

interface Found {
  readonly id: EnrollmentId;
  readonly lead: LeadId;
}

interface Changed {
  readonly before: EnrollmentRow;
  readonly after: EnrollmentRow;
  readonly lead: LockedLead;
  readonly acts: readonly NonNullable<RowChange['act']>[];
  /** Whether the last of the rules ends it, as `after` stands. */
  readonly ends: boolean;
}

/**
 * Gives rows of a journey the rules that they have not seen: the leads locked in order, then the rows, then one statement
 * for all that stay where they are and a few for all that end. `others` are left as they were: those that arrive
 * somewhere, or cannot be brought along. Rows with an effect in the air are passed over: it lands first.
 */
export async function changeRowsByRules({
  context,
  journey,
  found,
}: {
  context: Context;
  journey: JourneyId;
  found: readonly Found[];
}): Promise<{ changed: number; others: readonly EnrollmentId[] }> {
  const { leads, rows } = await lockAll({ context, found });
  const now = await readClock({ context });
  const rules = await readRules({ context, journey, rows });
  const changed: Changed[] = [];
  const others: EnrollmentId[] = [];
  for (const row of rows) {
    const lead = leads.get(row.leadId);
    const change = lead && changeOf({ context, row, lead, rules, now });
    if (change === undefined) others.push(row.id);
    else changed.push(change);
  }
  const staying = changed.filter(({ ends }) => !ends);
  const ending = changed.filter(({ ends }) => ends);
  await writeRows({ context, changed: staying });
  await writeConfigs({ context, changed: staying });
  await tell({ context, changed: staying, now });
  const ended = ending.map(({ after }) => after);
  await endPassages({ context, rows: ended, reason: 'stopped', now, workflow: 'close' });
  return { changed: changed.length, others };
}

/** The leads by id, then their rows that are open and have nothing in the air. A lead merged meanwhile is left out. */
async function lockAll({ context, found }: { context: Context; found: readonly Found[] }) {
  const locked = await lockLeads({ context, leads: found.map(({ lead }) => lead) });
  const leads = new Map(locked.map((lead) => [lead.id, lead]));
  const ids = found.map(({ id }) => id);
  const rows = await context.database
    .select()
    .from(enrollment)
    .where(inArray(enrollment.id, ids))
    .orderBy(asc(enrollment.id))
    .for('update');
  const claimed = await context.database
    .select({ of: effect.enrollmentId })
    .from(effect)
    .where(and(inArray(effect.enrollmentId, ids), eq(effect.state, 'claimed')))
    .orderBy(asc(effect.key))
    .for('update');
  const inTheAir = new Set(claimed.map(({ of }) => of));
  return { leads, rows: rows.filter((row) => row.state !== 'ended' && !inTheAir.has(row.id)) };
}

type Rules = Awaited<ReturnType<typeof readRules>>;

/** The rules that some of the rows have not seen, oldest first, with what judging them takes. */
async function readRules({
  context,
  journey,
  rows,
}: {
  context: Context;
  journey: JourneyId;
  rows: readonly EnrollmentRow[];
}) {
  const seen = Math.min(...rows.map(({ ruleSeen }) => ruleSeen));
  if (rows.length === 0) return { list: [], calendars: {} };
  const stored = await context.database
    .select()
    .from(journeyRule)
    .where(and(eq(journeyRule.journeyId, journey), gt(journeyRule.number, seen)))
    .orderBy(asc(journeyRule.number));
  const calendars = new Set<CalendarId>();
  const list = [];
  for (const { number, body } of stored) {
    const version =
      body.kind === 'publish' ? await readVersion({ context, id: asId<'version'>(body.version) }) : undefined;
    for (const row of rows) for (const one of version?.plan.ops[row.op]?.calendars ?? []) calendars.add(one);
    list.push({ number, body, version });
  }
  const asked = { conditions: [], calendars: [...calendars], leadZone: false };
  return { list, calendars: await readCalendarFacts({ context, asked }) };
}

/** Undefined: the rules bring the lead somewhere, or do not fit the row. */
function changeOf({
  context,
  row: before,
  lead,
  rules,
  now,
}: {
  context: Context;
  row: EnrollmentRow;
  lead: LockedLead;
  rules: Rules;
  now: Instant;
}): Changed | undefined {
  let after = before;
  const acts: NonNullable<RowChange['act']>[] = [];
  try {
    for (const { number, body, version } of rules.list) {
      if (number <= before.ruleSeen) continue;
      const own = asInstant(now + before.offsetMs);
      const change = changeByRule({ row: after, body, version, lead, calendars: rules.calendars, now: own });
      if (change === 'arrive') return undefined;
      // What came before it is as good as never seen: an act that is dropped needs no new config.
      if (change === 'end') return { before, after: { ...after, ruleSeen: number }, lead, acts, ends: true };
      after = { ...after, ...change.values, ruleSeen: number };
      if (change.act !== undefined) acts.push(change.act);
    }
  } catch (error) {
    context.logger.warn({ enrollment: before.id, error }, 'a rule does not fit a row, which is tried alone');
    return undefined;
  }
  return { before, after, lead, acts, ends: false };
}

async function writeRows({ context, changed }: { context: Context; changed: readonly Changed[] }): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ after }) => ({
    id: after.id,
    version: after.versionId,
    until: after.until === null ? null : formatInstant(after.until),
    look: after.lookAt === null ? null : formatInstant(after.lookAt),
    move: after.moveTo,
    rest: after.rest,
    rule: after.ruleSeen,
  }));
  await context.database.execute(sql`
    update enrollment e
    set version_id = r.version, until = r.until, look_at = r.look, move_to = r.move, rest = r.rest, rule_seen = r.rule
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, version uuid, until timestamptz,
      look timestamptz, move text, rest int, rule int)
    where e.id = r.id`);
}

/** Nudges those whose workflow would else look too late. */
async function tell({
  context,
  changed,
  now,
}: {
  context: Context;
  changed: readonly Changed[];
  now: Instant;
}): Promise<void> {
  const told: EnrollmentRow[] = [];
  for (const { before, after, lead } of changed) {
    const version = await readVersion({ context, id: after.versionId });
    const own = asInstant(now + before.offsetMs);
    if (mustLookAgain({ before, after, now: own, lastEvent: lead.lastEvent, version })) told.push(after);
  }
  await nudge({ context, rows: told, priority: 'bulk' });
}

/** An act that is followed to a new version does what that says: one statement for each act. */
async function writeConfigs({ context, changed }: { context: Context; changed: readonly Changed[] }): Promise<void> {
  const followed = changed.flatMap(({ after, acts }) => acts.map((act) => ({ id: after.id, act })));
  // Those of one version share its op.
  for (const [{ id: op, config, effect: kind }, same] of Map.groupBy(followed, ({ act }) => act)) {
    const ids = same.map(({ id }) => id);
    await context.database
      .update(effect)
      .set({ config, kind })
      .where(and(inArray(effect.enrollmentId, ids), eq(effect.op, op), eq(effect.state, 'waiting')));
  }
}
