import type { Answer, Answers, Condition, Seen } from '@sodate/journey/condition/condition';
import type { CalendarId, ConditionKey, EnrollmentId, JourneyId, LeadId, NodeId } from '@sodate/journey/id';
import type { Json } from '@sodate/journey/json';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { type SQL, sql } from 'drizzle-orm';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { type ConditionScope, compileCondition } from './compile-condition.ts';
import { createFactTable } from './fact-table.ts';

export interface AskingPassage {
  readonly enrollment: EnrollmentId;
  readonly journey: JourneyId;
  readonly enteredAt: Instant;
  /** The present visit of `node`: patterns that name a hand-off's node mean this visit of it. */
  readonly visit?: number;
  readonly node?: NodeId;
}

/**
 * Answers the conditions for one lead in one query, with the values it saw. `now` is the enrollment's own time,
 * `realNow` the database's; windows and scores go by `realNow`. Every key is answered; a lead that does not exist holds
 * nothing.
 */
export async function answerConditions({
  context,
  conditions,
  lead,
  passage,
  now,
  realNow,
  zone,
}: {
  context: Context;
  conditions: readonly { readonly key: ConditionKey; readonly condition: Condition }[];
  lead: LeadId;
  passage?: AskingPassage;
  now: Instant;
  realNow: Instant;
  zone: Zone;
}): Promise<Answers> {
  if (conditions.length === 0) return {};
  const trees = conditions.map(({ condition }) => condition);
  const scope: ConditionScope = {
    ...(passage === undefined ? {} : { passage: passageSql(passage) }),
    now,
    realNow,
    zone,
    ...(await readSurroundings({ context, conditions: trees })),
  };
  const facts = createFactTable();
  const columns: SQL[] = [];
  const parts = conditions.map(({ key, condition }, number) => {
    const from = facts.facts.length;
    const holds = compileCondition({ condition, scope, facts });
    columns.push(sql`${holds} as ${sql.raw(`k${number}`)}`);
    return { key, from, to: facts.facts.length };
  });
  facts.facts.forEach(({ value }, number) => {
    columns.push(sql`${value} as ${sql.raw(`v${number}`)}`);
  });
  const [row] = await context.database.execute<Record<string, Json>>(sql`
    select ${sql.join(columns, sql`, `)}
    from lead l left join company c on c.id = l.company_id ${facts.joins()}
    where l.id = ${lead}`);
  const seenAt = (number: number): Seen => ({
    fact: facts.facts[number]?.fact ?? '',
    value: row?.[`v${number}`] ?? null,
  });
  const answers = parts.map(({ key, from, to }, number): [ConditionKey, Answer] => [
    key,
    {
      holds: row?.[`k${number}`] === true,
      seen: Array.from({ length: to - from }, (_, offset) => seenAt(from + offset)),
    },
  ]);
  return Object.fromEntries(answers);
}

/** The score rules and calendars that the conditions speak of; read only where one does. */
export async function readSurroundings({
  context,
  conditions,
}: {
  context: Context;
  conditions: readonly Condition[];
}): Promise<Pick<ConditionScope, 'rules' | 'calendars'>> {
  const leaves = conditions.flatMap(leavesOf);
  const ids = leaves.flatMap((leaf): CalendarId[] => (leaf.kind === 'business-time' ? [leaf.calendar] : []));
  const rules = leaves.some((leaf) => leaf.kind === 'score')
    ? await readScoreRules({ context })
    : { revision: 0, windowDays: 1, hotAt: 0, rules: [] };
  return { rules, calendars: ids.length === 0 ? [] : await readCalendars({ context, ids }) };
}

function leavesOf(condition: Condition): readonly Condition[] {
  return 'of' in condition && typeof condition.of !== 'string' ? condition.of.flatMap(leavesOf) : [condition];
}

function passageSql(passage: AskingPassage): NonNullable<ConditionScope['passage']> {
  return {
    enrollment: sql`${passage.enrollment}::uuid`,
    enteredAt: sql`${formatInstant(passage.enteredAt)}::timestamptz`,
    ...(passage.node === undefined || passage.visit === undefined
      ? {}
      : { at: { node: passage.node, visit: sql`${passage.visit}::int` } }),
  };
}
