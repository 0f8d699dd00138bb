import { effect } from '@sodate/database/schema/enrollment';
import type { Effect, Sending } from '@sodate/nodes/kit/effect';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, readRow, testEngine } from '../../../../test/hosts/test-engine.ts';
import { listPassageSteps } from '../enrollment/get-passage.ts';
import { createExternalChannel } from './external-channel.ts';

const external = { channel: 'external', limitMs: 5_000, repeatable: true, onAmbiguous: 'go-on', attempts: 3 } as const;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** A lead that has come to the one node of a journey, which does this. */
async function lookAt(does: Effect) {
  const { database } = db.pool;
  const act = { id: 'visit', kind: 'act', effect: 'visit-booking', config: {}, next: { done: 'end' } } as const;
  const plan = planOf({
    ops: [does.kind === 'inline' ? act : { ...act, external }, { id: 'end', kind: 'end' }],
  });
  const context = testEngine({
    database,
    effects: new Map([['visit-booking', does]]),
    channelOf: (name) => createExternalChannel({ name }),
  });
  const { version } = await publishPlan({ context, plan });
  const lead = await newLead({ database, name: '坂井 真理子' });
  const { id: enrollment } = await enter({ context, lead, version, plan });
  await look({ context, enrollment });
  const [sent] = await database.select().from(effect).where(eq(effect.enrollmentId, enrollment));
  return { context, database, enrollment, sent };
}

describe('a send that returns something else than it should', () => {
  it.each([
    { quoted: '{ ok: true }', returned: { ok: true }, state: 'ambiguous' },
    { quoted: 'undefined', returned: undefined, state: 'ambiguous' },
    { quoted: "{ kind: 'sent', receipt: 5 }", returned: { kind: 'sent', receipt: 5 }, state: 'ambiguous' },
    { quoted: "{ kind: 'surely-not' }", returned: { kind: 'surely-not' }, state: 'failed' },
  ])('is $state where it is $quoted: told to its author, and not tried again', async ({ quoted, returned, state }) => {
    const { context, enrollment, sent } = await lookAt({ kind: 'external', send: async () => returned as never });
    expect(sent).toMatchObject({ state, attempt: 1 });
    const { rows } = await listPassageSteps({ context, input: { enrollment, limit: 100 } });
    const shape = "{ kind: 'sent' | 'surely-not' | 'unknown', … }";
    expect(rows[0]?.send?.error).toEqual({
      ja: `visit-booking の結果が読めません：send は ${shape} を返してください。返されたのは ${quoted}`,
      en: `what send of visit-booking returned cannot be read: ${quoted}. Its send must return ${shape}`,
    });
  });

  it('may quote the lead, who is left out', async () => {
    const send = async ({ lead: { name } }: Sending) => ({ booked: name }) as never;
    const { sent } = await lookAt({ kind: 'external', send });
    expect(sent?.error).toBe("what send of visit-booking returned cannot be read: { booked: '…' }");
  });
});

it('keeps out of what is told of a throw whom it was about', async () => {
  const send = ({ lead: { name } }: Sending) => Promise.reject(new TypeError(`no desk for ${name}`));
  const { sent } = await lookAt({ kind: 'external', send });
  expect(sent).toMatchObject({ state: 'waiting', error: 'no desk for …' });
});

it('keeps out of what an effect says in its own words whom it was about', async () => {
  const send = async ({ lead: { name } }: Sending) =>
    ({ kind: 'surely-not', again: false, error: `nobody here is called ${name}` }) as const;
  const { sent } = await lookAt({ kind: 'external', send });
  expect(sent).toMatchObject({ state: 'failed', error: 'nobody here is called …' });
});

it.each([
  { quoted: 'undefined', returned: undefined },
  { quoted: "[ { kind: 'set-atribute', value: 1 } ]", returned: [{ kind: 'set-atribute', value: 1 }] },
])('leaves a lead standing where an inline effect returns $quoted, and says what it should', async (given) => {
  const { database, enrollment } = await lookAt({ kind: 'inline', changes: () => given.returned as never });
  const { state, stuckWhy } = await readRow({ database, enrollment });
  expect(state).toBe('stuck');
  expect(stuckWhy?.ja).toContain('visit-booking の結果が読めません：changes は');
  expect(stuckWhy?.ja).toContain(`返されたのは ${given.quoted}`);
  expect(stuckWhy?.en).toContain(`It returned ${given.quoted}`);
});
