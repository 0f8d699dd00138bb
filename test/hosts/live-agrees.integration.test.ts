import { enrollment } from '@sodate/database/schema/enrollment';
import type { EnrollmentId } from '@sodate/journey/id';
import { asId } from '@sodate/journey/id';
import type { StepRecord } from '@sodate/journey/interpret/passage';
import type { Happening } from '@sodate/journey/simulate/script';
import { stepThrough } from '@sodate/journey/simulate/step-through';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import type { Effect } from '@sodate/nodes/kit/effect';
import { readClock } from '@sodate/services/engine/clock';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { storeEvents } from '@sodate/services/event/store-events';
import { changeAttribute } from '@sodate/services/lead/change-attribute';
import { changeStage } from '@sodate/services/lead/change-stage';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { type ArbitraryRun, arbitraryRun, changeEffect, changesOf, externalEffect } from './arbitrary-plan.ts';
import { enter, look, newLead, publishPlan, readRow, readSteps, scriptedChannel, testEngine } from './test-engine.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const effects = new Map<string, Effect>([
  [changeEffect, { kind: 'inline', changes: changesOf }],
  [externalEffect, { kind: 'external', send: async () => ({ kind: 'sent' }) }],
]);

const twoHundredDaysMs = 200 * 86_400_000;
const noRules = { revision: 0, windowDays: 14, hotAt: 60, rules: [] };

/** One passage of the live engine, whose own time the test sets. */
interface Live {
  readonly context: EngineContext;
  readonly run: ArbitraryRun;
  readonly id: EnrollmentId;
  /** The real instant that stands for the script's entry. */
  readonly base: Instant;
}

function channelFor(run: ArbitraryRun) {
  const channel = scriptedChannel();
  channel.prepared = (key) => {
    const [, , op = '', visit = '1'] = key.split('/');
    const landing = run.lead.landings[asId<'op'>(op)]?.[Number(visit) - 1] ?? 'done';
    if (landing === 'not-sent') return { kind: 'not-sent', reason: 'no-consent' };
    if (landing === 'failed') channel.script.push({ kind: 'surely-not', error: 'refused', again: false });
    return undefined;
  };
  return channel;
}

async function runLive(run: ArbitraryRun): Promise<{ id: EnrollmentId; path: string[] }> {
  const context = testEngine({ database: db.pool.database, channel: channelFor(run), effects });
  const { version } = await publishPlan({ context, plan: run.plan });
  const lead = await newLead({ database: context.database });
  const { id, enteredAt } = await enter({ context, lead, version, plan: run.plan });
  const live: Live = { context, run, id, base: enteredAt };
  const coming = [...run.lead.happenings];
  for (let at: Instant | undefined = run.lead.enterAt; at !== undefined; ) {
    await setTime({ live, at });
    while (coming[0] && coming[0].at <= at) await happen({ live, happening: coming.shift() as Happening });
    await look({ context, enrollment: id });
    const row = await readRow({ database: context.database, enrollment: id });
    if (row.state === 'ended' || row.state === 'stuck') break;
    const until = row.until === null ? undefined : asInstant(run.lead.enterAt + (row.until - live.base));
    at = earlier(until, coming[0]?.at);
  }
  const steps = await readSteps({ database: context.database, enrollment: id });
  return { id, path: steps.map((step) => wordOf(step)) };
}

function earlier(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

async function setTime({ live: { context, run, id, base }, at }: { live: Live; at: Instant }): Promise<void> {
  const offsetMs = base + (at - run.lead.enterAt) - (await readClock({ context }));
  await context.database
    .update(enrollment)
    .set({ offsetMs: Math.max(0, Math.ceil(offsetMs)) })
    .where(eq(enrollment.id, id));
}

async function happen({ live: { context, id }, happening }: { live: Live; happening: Happening }): Promise<void> {
  const { leadId } = await readRow({ database: context.database, enrollment: id });
  if (happening.kind === 'event') {
    const { name, url, thing } = happening.event;
    const key = url?.replace('https://', '') ?? thing ?? '';
    await storeEvents({
      context,
      events: [
        {
          lead: leadId,
          name,
          thing: url === undefined ? { kind: 'custom', key } : { kind: 'page', key, path: key.slice(key.indexOf('/')) },
        },
      ],
    });
  } else if (happening.kind === 'change' && happening.change.kind === 'set-attribute') {
    const { of, attribute, value } = happening.change;
    await changeAttribute({ context, lead: leadId, of, attribute, value });
  } else if (happening.kind === 'change' && happening.change.kind === 'change-stage') {
    await changeStage({ context, lead: leadId, stage: happening.change.stage });
  }
}

function wordOf({
  fromNode,
  outcome,
  toNode,
  visit,
}: Pick<StepRecord, 'fromNode' | 'outcome' | 'toNode' | 'visit'>): string {
  return `${fromNode ?? ''} ${outcome} ${toNode ?? 'end'} ${visit}`;
}

it('goes the same way live as simulated, on any plan and whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRun, async (run) => {
      const live = await runLive(run);
      const simulated = stepThrough({
        plan: run.plan,
        lead: { ...run.lead, enrollment: live.id },
        surrounding: { rules: noRules, calendars: {}, changesOf: ({ op }) => changesOf(op) },
        until: asInstant(run.lead.enterAt + twoHundredDaysMs),
      });
      expect(live.path).toEqual(simulated.steps.map((step) => wordOf(step)));
    }),
    { numRuns: 60 },
  );
});
