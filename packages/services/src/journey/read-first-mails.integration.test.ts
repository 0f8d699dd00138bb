import { asId, type LeadId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { type DrawnOp, planOf } from '../../../../test/hosts/plan-of.ts';
import { publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { Context } from '../context.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { enrolByHand } from '../enrollment/enrol-by-hand.ts';
import { createMail } from '../mail/create-mail.ts';
import { makeLead, makeOrganisation, writtenBody } from '../mail/mail-world.ts';
import { pinMails } from '../mail/pin-mails.ts';
import { foretellMailing } from './foretell-mailing.ts';
import { type FirstMails, readFirstMails } from './read-first-mails.ts';

// Friday 27 November 2026, 23:00 in Tokyo, and 12:00 the same day.
const night = parseInstant('2026-11-27T14:00:00Z');
const noon = parseInstant('2026-11-27T03:00:00Z');
const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const hot = asId<'condition'>('hot');
const end: DrawnOp = { id: 'end', kind: 'end' };
const wait: DrawnOp = {
  id: 'wait',
  kind: 'wait',
  spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
  next: { done: 'news' },
};

let database: TestDatabase;
let context: EngineContext;
let lead: LeadId;
let send: (id: 'thanks' | 'news', next: string) => DrawnOp;
let pins: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testEngine({ database: database.pool.database });
  await makeOrganisation({ context, quietHours: { from: '21:00', to: '08:00' } });
  const common = { subject: '件名', body: writtenBody };
  const { id: thanks } = await createMail({ context, input: { name: '資料のお礼', kind: 'reply', ...common } });
  const { id: news } = await createMail({ context, input: { name: '事例', kind: 'marketing', ...common } });
  const mails = { thanks, news };
  const node = (id: 'thanks' | 'news') => ({
    id: asId<'node'>(id),
    type: 'send-mail',
    revision: 1,
    position: { x: 0, y: 0 },
    config: { mail: mails[id] },
  });
  pins = await pinMails({
    context,
    graph: {
      nodes: { [asId<'node'>('thanks')]: node('thanks'), [asId<'node'>('news')]: node('news') },
      edges: {},
      notes: {},
      groups: {},
      settings: { reentry: { kind: 'never' }, exits: [], visitLimit: 20 },
    },
  });
  send = (id, next) => ({
    id,
    kind: 'act',
    effect: 'send-mail',
    config: { mail: mails[id] },
    external,
    next: { done: next },
  });
  lead = await makeLead({ context });
});
afterAll(() => database.drop());

async function first(given: { ops: readonly DrawnOp[]; at?: typeof night; lead?: LeadId }): Promise<FirstMails | null> {
  const plan = planOf({ ops: given.ops, conditions: { [hot]: { kind: 'score', atLeast: 60 } } });
  const { journey } = await publishPlan({ context, plan, mails: pins });
  const asked: Context = {
    ...testContext({ database: database.pool.database }),
    clock: { now: () => given.at ?? noon },
  };
  const input = { journey, ...(given.lead === undefined ? {} : { lead: given.lead }) };
  return await readFirstMails({ context: asked, input: { ...input, lead: given.lead } });
}

describe('what those who are added by hand are sent first', () => {
  it('is a reply at once, at night too', async () => {
    const told = await first({ ops: [send('thanks', 'wait'), wait, send('news', 'end'), end], at: night, lead });
    expect(told).toMatchObject({
      mails: [{ name: '資料のお礼', kind: 'reply', heldUntil: null }],
      certain: true,
      barred: false,
    });
  });

  it('is a marketing mail at once by day, and at night once the quiet hours are over', async () => {
    const ops = [send('news', 'end'), end];
    expect((await first({ ops, lead }))?.mails).toEqual([{ name: '事例', kind: 'marketing', heldUntil: null }]);
    expect((await first({ ops, at: night, lead }))?.mails[0]?.heldUntil).toBe('2026-11-27T23:00:00.000Z');
    // Of several leads each has an hour of its own: the quiet hours are told instead.
    expect(await first({ ops, at: night })).toMatchObject({
      mails: [{ heldUntil: null }],
      quietHours: { from: '21:00', to: '08:00' },
    });
  });

  it('is nothing where a rest comes first', async () => {
    expect(await first({ ops: [wait, send('news', 'end'), end], lead })).toMatchObject({ mails: [], barred: false });
  });

  it('tells of a call to another system at once, behind a mail too, and not behind a rest', async () => {
    const call = (id: string, next: string): DrawnOp => ({
      id,
      kind: 'act',
      effect: 'chat',
      config: {},
      external: { ...external, channel: 'external' },
      next: { done: next },
    });
    const later = [wait, send('news', 'end'), end];
    expect(await first({ ops: [call('chat', 'wait'), ...later], lead })).toMatchObject({
      mails: [],
      sendsMail: true,
      calls: { names: [{ ja: 'chat' }], certain: true },
    });
    const behind = await first({ ops: [send('thanks', 'chat'), call('chat', 'end'), end], lead });
    expect(behind?.calls.names).toHaveLength(1);
    const rested = await first({ ops: [{ ...wait, next: { done: 'chat' } }, call('chat', 'end'), end], lead });
    expect(rested).toMatchObject({ sendsMail: false, calls: { names: [] } });
  });

  it('is not certain where a branch decides', async () => {
    const arms = [{ outcome: 'hot', key: hot }];
    const branch: DrawnOp = {
      id: 'ask',
      kind: 'branch',
      arms,
      otherwise: 'else',
      next: { hot: 'thanks', else: 'end' },
    };
    expect(await first({ ops: [branch, send('thanks', 'end'), end], lead })).toMatchObject({
      mails: [{ name: '資料のお礼' }],
      certain: false,
    });
  });

  it('is nothing for a lead who may not be mailed, and says so', async () => {
    const silent = await makeLead({ context, consented: null, email: 'silent@hoshikawa.example' });
    const ops = [send('news', 'end'), end];
    expect(await first({ ops, lead: silent })).toMatchObject({ mails: [], barred: true });
  });
});

describe('how many of those who are added may be mailed', () => {
  const told = async ({ ops, ids }: { ops: readonly DrawnOp[]; ids: readonly string[] }) => {
    const { journey } = await publishPlan({ context, plan: planOf({ ops }), mails: pins });
    return await foretellMailing({ context, input: { journey, filter: { ids: [...ids] } } });
  };
  let chosen: readonly string[];

  beforeAll(async () => {
    const at = (name: string) => `${name}@foretold.example`;
    chosen = [
      lead,
      await makeLead({ context, email: at('silent'), consented: null }),
      await makeLead({ context, email: at('quiet'), consented: null }),
      await makeLead({ context, email: at('left'), consented: false }),
      await makeLead({ context, email: at('gone'), bouncedAt: noon }),
    ];
  });

  it('is told with the reasons for a marketing mail, the commonest first', async () => {
    const foretold = await told({ ops: [send('news', 'end'), end], ids: chosen });
    expect(foretold?.barred[0]).toEqual({ reason: 'no-consent', count: 2 });
    expect(foretold).toEqual({
      of: 'first',
      counted: 5,
      refused: 0,
      more: false,
      barred: expect.arrayContaining([
        { reason: 'unsubscribed', count: 1 },
        { reason: 'bounced', count: 1 },
      ]),
    });
  });

  it('counts none of those who would not enter', async () => {
    const plan = planOf({ ops: [send('news', 'end'), end] });
    const { journey } = await publishPlan({ context, plan, mails: pins });
    const [, silent] = chosen;
    await enrolByHand({ context, input: { journey, lead: asId<'lead'>(silent ?? '') } });
    const foretold = await foretellMailing({ context, input: { journey, filter: { ids: [...chosen] } } });
    expect(foretold).toMatchObject({ counted: 4, refused: 1 });
    expect(foretold?.barred.find(({ reason }) => reason === 'no-consent')).toEqual({ reason: 'no-consent', count: 1 });
  });

  it('asks no consent for a reply, and looks at later mails where none is sent at once', async () => {
    const barred = [{ reason: 'bounced', count: 1 }];
    expect(await told({ ops: [send('thanks', 'end'), end], ids: chosen })).toMatchObject({ of: 'first', barred });
    const later = await told({ ops: [wait, send('news', 'end'), end], ids: chosen });
    expect(later).toMatchObject({ of: 'later', counted: 5 });
    expect(later?.barred[0]).toEqual({ reason: 'no-consent', count: 2 });
    expect(await told({ ops: [{ ...wait, next: { done: 'end' } }, end], ids: chosen })).toBeNull();
  });
});
