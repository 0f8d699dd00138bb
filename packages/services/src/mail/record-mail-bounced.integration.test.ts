import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { lead, visitor } from '@sodate/database/schema/lead';
import { asInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { look, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { Channel, EngineContext } from '../engine/engine-context.ts';
import { clearBounce } from '../lead/clear-bounce.ts';
import { type MailWorld, makeEffect, makeWorld } from './mail-world.ts';
import { prepareMail } from './prepare-mail.ts';
import { recordMailBounced } from './record-mail-bounced.ts';

let db: TestDatabase;
let context: EngineContext;
let world: MailWorld;
let tries: number;
/** Runs while the server is asked. */
let during: () => Promise<unknown>;

const channel: Channel = {
  name: 'mail',
  prepare: async (asked) => {
    const prepared = await prepareMail(asked);
    if (prepared.kind !== 'send') return prepared;
    const send = async () => {
      tries++;
      await during();
      return { kind: 'surely-not', error: '550 5.1.1 no such person', again: false, bounced: true } as const;
    };
    return { kind: 'send', errand: { limitMs: 5_000, send } };
  },
  recordSent: async () => {},
  recordBounced: recordMailBounced,
};

beforeAll(async () => {
  db = await createTestDatabase();
  context = testEngine({ database: db.pool.database, channel });
});

afterAll(() => db.drop());

beforeEach(async () => {
  await db.pool.sql`truncate organisation, mail, lead, company, journey, suppression cascade`;
  world = await makeWorld({ context });
  tries = 0;
  during = async () => undefined;
});

async function carry(): Promise<void> {
  const [row] = await context.database.select().from(enrollment).where(eq(enrollment.leadId, world.lead));
  if (!row) throw new Error('no passage');
  await look({ context, enrollment: row.id });
}

async function readEffect() {
  const [row] = await context.database.select().from(effect).where(eq(effect.key, world.effect.key));
  return row;
}

async function eventNames(): Promise<readonly string[]> {
  const rows = await context.database
    .select({ name: event.name })
    .from(event)
    .innerJoin(visitor, eq(visitor.id, event.visitorId))
    .where(eq(visitor.leadId, world.lead));
  return rows.map(({ name }) => name);
}

it('marks the address as bounced, tells it in the history, and lets the lead go on without the mail', async () => {
  await carry();
  expect(tries).toBe(1);
  expect(await readEffect()).toMatchObject({ state: 'not-sent', notSentReason: 'bounced' });
  expect(await eventNames()).toContain('mail-bounced');
  const [row] = await context.database.select().from(enrollment).where(eq(enrollment.leadId, world.lead));
  expect(row).toMatchObject({ state: 'ended', reason: 'completed' });
});

it('sends no later mail there, until a person says that the address is good', async () => {
  await carry();
  const next = await makeEffect({ context, mail: world.mail, lead: world.lead });
  const now = asInstant(Date.now());
  expect(await prepareMail({ context, effect: next, now })).toEqual({ kind: 'not-sent', reason: 'bounced' });
  await clearBounce({ context, input: { lead: world.lead } });
  expect((await prepareMail({ context, effect: next, now })).kind).toBe('send');
});

it('leaves an address alone that was changed while the mail was on its way', async () => {
  during = async () => {
    if (tries === 1) await context.database.update(lead).set({ email: 'new@hoshikawa.example' });
  };
  await carry();
  expect(tries).toBe(2);
  expect(await readEffect()).toMatchObject({ state: 'not-sent', notSentReason: 'bounced' });
  expect((await eventNames()).filter((name) => name === 'mail-bounced')).toHaveLength(1);
});
