import { effect } from '@sodate/database/schema/enrollment';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readRow,
  scriptedChannel,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { pauseJourney } from '../journey/change-journey-state.ts';
import { listUnclearEffects } from './list-unclear-effects.ts';
import { repeatSends } from './repeat-sends.ts';
import { settleUnclearEffect } from './settle-unclear-effect.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

/** A passage whose only send was cut off after the dot; by `onAmbiguous` its lead has gone on, or is held. */
async function cutOff(onAmbiguous: 'go-on' | 'hold') {
  const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous, attempts: 1 } as const;
  const plan = planOf({
    ops: [
      { id: 'send', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const channel = scriptedChannel();
  channel.script.push({ kind: 'unknown', error: 'cut off' });
  const context = testEngine({ database: db.pool.database, channel });
  const { journey, version } = await publishPlan({ context, plan });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
  await look({ context, enrollment: row.id });
  const key = `enrollment/${row.id}/send/1`;
  const stateOf = async () => {
    const [found] = await context.database.select({ state: effect.state }).from(effect).where(eq(effect.key, key));
    return found?.state;
  };
  const passage = async () => (await readRow({ database: context.database, enrollment: row.id })).state;
  return { context, channel, journey, row, key, stateOf, passage };
}

it('sends once more what a person says did not arrive, though the lead has left the journey', async () => {
  const { context, channel, key, stateOf, passage } = await cutOff('go-on');
  expect(await passage()).toBe('ended');
  await settleUnclearEffect({ context, input: { key, as: 'again' } });
  await repeatSends({ context });
  expect(channel.sent).toEqual([key, key]);
  expect(await stateOf()).toBe('sent');
  expect(await repeatSends({ context })).toBe(0);
});

it('lists it again where it failed once more', async () => {
  const { context, channel, key } = await cutOff('go-on');
  channel.script.push({ kind: 'surely-not', error: '550 no such box', again: false });
  await settleUnclearEffect({ context, input: { key, as: 'again' } });
  await repeatSends({ context });
  const { rows } = await listUnclearEffects({ context, input: { limit: 10 } });
  expect(rows.find((one) => one.key === key)).toMatchObject({ kind: 'failed', error: { en: '550 no such box' } });
  await settleUnclearEffect({ context, input: { key, as: 'missing' } });
  expect((await listUnclearEffects({ context, input: { limit: 10 } })).rows).toEqual([]);
});

it('holds what is sent once more while its journey is paused', async () => {
  const { context, channel, journey, key } = await cutOff('go-on');
  await settleUnclearEffect({ context, input: { key, as: 'again' } });
  await pauseJourney({ context, input: { journey } });
  expect(await repeatSends({ context })).toBe(0);
  expect(channel.sent).toEqual([key]);
});

it.each([
  { as: 'arrived', sent: 1, becomes: 'sent' },
  { as: 'missing', sent: 1, becomes: 'dropped' },
  { as: 'again', sent: 2, becomes: 'sent' },
] as const)('lets a lead that was held go on once a person says "$as"', async ({ as, sent, becomes }) => {
  const { context, channel, row, key, stateOf, passage } = await cutOff('hold');
  expect(await passage()).toBe('stuck');
  await settleUnclearEffect({ context, input: { key, as } });
  await look({ context, enrollment: row.id });
  expect(await passage()).toBe('ended');
  expect(channel.sent).toHaveLength(sent);
  expect(await stateOf()).toBe(becomes);
});
