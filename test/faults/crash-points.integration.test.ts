import { effect, step } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { lead } from '@sodate/database/schema/lead';
import { asId } from '@sodate/journey/id';
import { applyRuleBatch } from '@sodate/services/engine/apply-rule-batch';
import { armCrashPoints, type CrashPoint, crashPoints } from '@sodate/services/engine/crash-point';
import { deliverOutbox } from '@sodate/services/engine/deliver-outbox';
import { advanceMark } from '@sodate/services/engine/keep-mark';
import { perform } from '@sodate/services/engine/perform';
import type { WorkflowPort } from '@sodate/services/engine/workflow-port';
import { receiveEvents } from '@sodate/services/event/receive-events';
import { createMailChannel } from '@sodate/worker/channels/mail-channel';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { furnish } from '../hosts/furnish.ts';
import { planOf } from '../hosts/plan-of.ts';
import { look, publishPlan, testEngine } from '../hosts/test-engine.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());
afterEach(() => armCrashPoints(() => {}));

/** What anybody else sees committed at an instant. */
interface Seen {
  readonly point: CrashPoint;
  readonly events: number;
  readonly steps: number;
  readonly effects: string;
}

const wellTemporal: WorkflowPort = {
  start: async () => {},
  nudge: async () => {},
  close: async () => {},
  startHandoff: async () => {},
  nudgeHandoff: async () => {},
  startMark: async () => {},
  closeMark: async () => {},
  isMarkOpen: async () => true,
  findMarkAbove: async () => undefined,
};

function planWithMails(mail: string) {
  const external = { channel: 'mail', repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
  const act = { kind: 'act', effect: 'send-mail', config: { mail } } as const;
  return planOf({
    ops: [
      { id: 'inline', ...act, external: { ...external, limitMs: 2_000 }, next: { done: 'queued' } },
      { id: 'queued', ...act, external: { ...external, limitMs: 8_000 }, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
    entries: [
      {
        node: asId('start'),
        to: asId('inline'),
        trigger: { kind: 'event', pattern: { kind: 'custom', name: 'Begin' }, times: 1 },
      },
    ],
  });
}

/** Brings one lead through a journey with every point passed, and gives what was committed at each. */
async function passAll(): Promise<readonly Seen[]> {
  const dots = {
    send: async ({ beforeDot }: { beforeDot?: () => Promise<boolean> }) => {
      await beforeDot?.();
      return { kind: 'sent' } as const;
    },
    close: () => {},
  };
  const context = testEngine({ database: db.pool.database, channel: createMailChannel({ transport: dots }) as never });
  const { mail, mailVersion } = await furnish({ context });
  const plan = planWithMails(mail);
  const mails = { [asId<'node'>('inline')]: mailVersion, [asId<'node'>('queued')]: mailVersion };
  const { journey } = await publishPlan({ context, plan, mails });
  const seen: Seen[] = [];
  armCrashPoints(async (point) => {
    const effects = await context.database.select({ state: effect.state }).from(effect).orderBy(effect.createdAt);
    seen.push({
      point,
      events: await context.database.$count(event),
      steps: await context.database.$count(step),
      effects: effects.map(({ state }) => state).join(' '),
    });
  });
  await receiveEvents({
    context,
    writeKey: { kind: 'server' },
    request: {},
    events: [
      {
        type: 'track',
        event: 'Begin',
        userId: 'u',
        messageId: 'm',
        traits: { email: 'u@example.jp' },
        context: { traits: { email: 'u@example.jp' } },
      },
    ],
  });
  const [who] = await context.database.select().from(lead).where(eq(lead.userId, 'u'));
  expect(who).toBeDefined();
  await deliverOutbox({ context, workflows: wellTemporal });
  const { enrollment: id } = (await context.database.select({ enrollment: step.enrollmentId }).from(step))[0] ?? {};
  if (id === undefined) throw new Error('nobody entered');
  const rest = await look({ context, enrollment: id });
  if (rest.kind !== 'queued') throw new Error(`expected a queued mail, not ${rest.kind}`);
  await publishPlan({ context, plan, mails, journey });
  while ((await applyRuleBatch({ context })) > 0);
  await look({ context, enrollment: id });
  await perform({ context, effect: rest.effect });
  await advanceMark({ context, workflows: wellTemporal });
  return seen;
}

it('passes every point, those before a commit unseen by others, those after it seen', async () => {
  const seen = await passAll();
  const first = (point: CrashPoint) => {
    const found = seen.find((one) => one.point === point);
    if (!found) throw new Error(`${point} was never passed`);
    return found;
  };
  expect([...new Set(seen.map(({ point }) => point))].toSorted()).toEqual([...crashPoints].toSorted());
  expect(first('event.after-lock').events).toBe(0);
  expect(first('enrol.before-commit')).toMatchObject({ events: 0, steps: 0 });
  expect(first('enrol.after-commit').steps).toBe(1);
  expect(first('event.after-commit').events).toBeGreaterThan(0);
  expect(first('hop.before-commit').effects).toBe('waiting');
  expect(first('claim.after-commit').effects).toBe('claimed');
  expect(first('send.before-dot').effects).toBe('claimed');
  expect(first('send.after-dot').effects).toBe('claimed');
  expect(first('record.before-commit')).toMatchObject({ effects: 'claimed', steps: 1 });
  expect(first('record.after-commit')).toMatchObject({ effects: 'sent waiting', steps: 2 });
  expect(first('look.before-return').effects).toBe('sent waiting');
  const last = (point: CrashPoint) => seen.findLast((one) => one.point === point);
  expect(last('record.before-commit')?.effects).toBe('sent claimed');
  expect(last('record.after-commit')?.effects).toBe('sent sent');
});
