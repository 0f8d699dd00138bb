import { scoreRuleSet } from '@sodate/database/schema/lead';
import type { Condition } from '@sodate/journey/condition/condition';
import { evaluateCondition } from '@sodate/journey/condition/evaluate-condition';
import type { LeadFacts } from '@sodate/journey/condition/lead-facts';
import { asId, type CalendarId, type ConditionKey, type JourneyId, type LeadId } from '@sodate/journey/id';
import { evaluateScore } from '@sodate/journey/score/evaluate-score';
import type { ScoreRules } from '@sodate/journey/score/score-rule';
import { stages } from '@sodate/journey/stage';
import { asInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import {
  arbitraryAttributes,
  arbitraryCondition,
  arbitraryEvents,
  arbitraryRules,
  nodes,
} from '../../../../test/hosts/arbitrary-lead.ts';
import {
  storeConsents,
  storeGeneratedEvents,
  storeJourney,
  storeLead,
  storePassage,
} from '../../../../test/hosts/store-lead.ts';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { readScore } from '../score/read-score.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { answerConditions } from './answer-conditions.ts';

const zone = 'Asia/Tokyo';
const hourMs = 3_600_000;
let database: TestDatabase;
let context: Context;
let calendar: CalendarId;
const journeys: Awaited<ReturnType<typeof storeJourney>>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
  calendar = await ensureDefaultCalendar({ context });
  for (let count = 0; count < 3; count++) journeys.push(await storeJourney(context.database));
  await database.pool.sql`select ensure_event_partitions((now() - interval '3 months')::date, 4)`;
});
afterAll(() => database.drop());

const arbitraryWorld = fc.record({
  attributes: arbitraryAttributes,
  events: arbitraryEvents,
  stage: fc.constantFrom(...stages),
  consents: fc.array(fc.record({ topic: fc.constantFrom('marketing', 'phone'), given: fc.boolean() }), {
    maxLength: 3,
  }),
  /** For each journey: never, ended, in; the first is the passage that asks. */
  passages: fc.array(fc.constantFrom('never' as const, 'ended' as const, 'in' as const), {
    minLength: 3,
    maxLength: 3,
  }),
  enteredHoursAgo: fc.integer({ min: 0, max: 100 }),
  at: fc.option(fc.record({ node: fc.constantFrom(...nodes), visit: fc.constantFrom(1, 2) }), { nil: undefined }),
  rules: arbitraryRules,
  windowDays: fc.constantFrom(1, 14),
  offsetHours: fc.constantFrom(0, 0, 40),
});

type World = typeof arbitraryWorld extends fc.Arbitrary<infer Value> ? Value : never;

let revision = 0;

/** Stores the world, and tells it as the pure evaluators want it. */
async function storeWorld(world: World): Promise<{ lead: LeadId; facts: LeadFacts }> {
  const db = context.database;
  const realNow = asInstant(Date.now());
  const attributes = { lead: world.attributes.lead, company: world.attributes.company ?? {} };
  const lead = await storeLead({ database: db, attributes, stage: world.stage });
  const enteredAt = asInstant(realNow - world.enteredHoursAgo * hourMs);
  const states: Record<JourneyId, 'in' | 'ended'> = {};
  let enrollment = asId<'enrollment'>(crypto.randomUUID());
  for (const [index, state] of world.passages.entries()) {
    const of = journeys[index];
    if (state === 'never' || of === undefined) continue;
    const id = await storePassage({ database: db, lead, of, ended: state === 'ended', at: enteredAt });
    if (index === 0) enrollment = id;
    states[of.journey] = state;
  }
  const events = await storeGeneratedEvents({
    database: db,
    lead,
    events: world.events,
    now: realNow,
    own: enrollment,
  });
  await storeConsents({ database: db, lead, words: world.consents });
  const rules: ScoreRules = { revision: ++revision, windowDays: world.windowDays, hotAt: 60, rules: world.rules };
  await db.insert(scoreRuleSet).values(rules);
  const [found] = await readCalendars({ context, ids: [calendar] });
  const facts: LeadFacts = {
    attributes,
    stage: world.stage,
    events,
    consents: Object.fromEntries(world.consents.map(({ topic, given }) => [topic, given])),
    journeys: states,
    rules,
    calendars: found === undefined ? {} : { [calendar]: found },
    zone,
    realNow,
    now: asInstant(realNow + world.offsetHours * hourMs),
    passage: { enrollment, enteredAt, ...(world.at === undefined ? {} : { at: world.at }) },
  };
  return { lead, facts };
}

function answerFor({ lead, facts, conditions }: { lead: LeadId; facts: LeadFacts; conditions: readonly Condition[] }) {
  return answerConditions({
    context,
    conditions: conditions.map((condition, index) => ({ key: keyOf(index), condition })),
    lead,
    now: facts.now,
    realNow: facts.realNow,
    zone,
    ...(facts.passage === undefined ? {} : { passage: { ...facts.passage, ...facts.passage.at, journey: asId('') } }),
  });
}

function keyOf(index: number): ConditionKey {
  return asId(`condition-${index}`);
}

describe('SQL and memory agree', () => {
  it('on every condition, and on what was seen', async () => {
    const conditions = fc.array(arbitraryCondition({ calendar, journeys: journeys.map(({ journey }) => journey) }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(arbitraryWorld, conditions, async (world, asked) => {
        const { lead, facts } = await storeWorld(world);
        const answers = await answerFor({ lead, facts, conditions: asked });
        const expected = asked.map((condition, index) => [keyOf(index), evaluateCondition({ condition, facts })]);
        expect(answers).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 150 },
    );
  });

  it('on every score, and on its reasons', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorld, async (world) => {
        const { lead, facts } = await storeWorld(world);
        const score = await readScore({ context, lead, now: facts.realNow });
        const expected = evaluateScore({ ...facts, rules: await readScoreRules({ context }), now: facts.realNow });
        expect(score).toEqual(expected);
      }),
      { numRuns: 120 },
    );
  });
});

it('answers what an unknown lead holds: nothing', async () => {
  const now = asInstant(Date.now());
  const conditions = [{ key: keyOf(0), condition: { kind: 'none', of: [] } as const }];
  const answers = await answerConditions({
    context,
    conditions,
    lead: asId(crypto.randomUUID()),
    now,
    realNow: now,
    zone,
  });
  expect(answers).toEqual({ [keyOf(0)]: { holds: false, seen: [] } });
});

it.each<{ moment: string; now: Instant; open: boolean }>([
  { moment: 'a Tuesday at ten', now: parseInstant('2026-11-24T10:00:00+09:00'), open: true },
  { moment: 'Labour Thanksgiving Day at ten', now: parseInstant('2026-11-23T10:00:00+09:00'), open: false },
  { moment: 'a Tuesday at six in the evening', now: parseInstant('2026-11-24T18:00:00+09:00'), open: false },
])('knows business time on $moment', async ({ now, open }) => {
  const lead = await storeLead({ database: context.database, attributes: { lead: {}, company: {} }, stage: 'lead' });
  const conditions = [{ key: keyOf(0), condition: { kind: 'business-time', calendar, open: true } as const }];
  const answers = await answerConditions({ context, conditions, lead, now, realNow: asInstant(Date.now()), zone });
  expect(answers[keyOf(0)]?.holds).toBe(open);
});
