import { effect } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { createMailTransport } from '@sodate/mail/transport/create-mail-transport';
import { type Misdeed, type Stage, startMisbehavingServer } from '@sodate/mail/transport/misbehaving-server';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { furnish, type PinnedMail } from '../../../../test/hosts/furnish.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, readRow, testEngine } from '../../../../test/hosts/test-engine.ts';
import { createMailChannel } from './mail-channel.ts';

let db: TestDatabase;
let pinned: PinnedMail;
let known = 0;

beforeAll(async () => {
  db = await createTestDatabase({ size: 12 });
  pinned = await furnish({ context: testEngine({ database: db.pool.database }) });
});

afterAll(() => db.drop());

const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;

/** A lead is sent a mail through a server that fails at one stage. */
async function sendThrough(misdeeds: Partial<Record<Stage, Misdeed>>) {
  const server = await startMisbehavingServer(misdeeds);
  const transport = createMailTransport({ url: server.url });
  const context = testEngine({ database: db.pool.database, channel: createMailChannel({ transport }) });
  const config = { mail: pinned.mail };
  const plan = planOf({
    ops: [
      { id: 'mail', kind: 'act', effect: 'send-mail', config, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const mails = { [asId<'node'>('mail')]: pinned.mailVersion };
  const { version } = await publishPlan({ context, plan, mails });
  const lead = await newLead({ database: context.database, email: `lead-${++known}@example.jp` });
  const row = await enter({ context, lead, version, plan });
  await look({ context, enrollment: row.id });
  transport.close();
  await server.close();
  const [fate] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  const { state } = await readRow({ database: context.database, enrollment: row.id });
  return { lead: state, mail: fate?.state, tried: fate?.attempt, received: server.received.length };
}

const triesAgain = { lead: 'acting', mail: 'waiting', tried: 1, received: 0 };
const listed = { lead: 'ended', mail: 'ambiguous', tried: 1, received: 1 };

describe.concurrent('a mail server that', () => {
  it.for<[string, Partial<Record<Stage, Misdeed>>, object]>([
    ['does its duty', {}, { lead: 'ended', mail: 'sent', tried: 1, received: 1 }],
    ['hangs before the final dot', { data: 'hang' }, triesAgain],
    ['closes before the final dot', { data: 'cut' }, triesAgain],
    ['hangs after the final dot', { dot: 'hang' }, listed],
    ['closes after the final dot', { dot: 'cut' }, listed],
    ['says to try later', { rcpt: { answer: '451 later' } }, triesAgain],
    ['has a full disk', { dot: { answer: '452 full' } }, { ...triesAgain, received: 1 }],
    [
      'knows no such reader',
      { rcpt: { answer: '550 no such person' } },
      { lead: 'ended', mail: 'not-sent', tried: 1, received: 0 },
    ],
    [
      'refuses the mail for good',
      { dot: { answer: '554 refused' } },
      { lead: 'stuck', mail: 'failed', tried: 1, received: 1 },
    ],
  ])('%s', async ([, misdeeds, fate], { expect }) => {
    expect(await sendThrough(misdeeds)).toEqual(fate);
  });
});
