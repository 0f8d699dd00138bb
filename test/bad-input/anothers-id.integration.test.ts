import { rootRouter } from '@sodate/api/procedures/root';
import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { type Role, user } from '@sodate/database/schema/user';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import type { Context } from '@sodate/services/context';
import { addNote } from '@sodate/services/handoff/add-note';
import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase, testContext } from '../database.ts';
import { waitingPlan } from '../hosts/bulk-host.ts';
import { enter, publishPlan, testEngine } from '../hosts/test-engine.ts';
import { handOver, newPerson, type Person } from '../hosts/test-handoffs.ts';
import { arbitraryInput } from './arbitrary-input.ts';

interface Procedure {
  readonly _def: {
    readonly type: 'query' | 'mutation' | 'subscription';
    readonly inputs: readonly z.ZodType[];
    readonly meta?: { readonly roles: readonly Role[] | 'anyone' };
  };
}

/** Shapes are mostly right, and few ids are there: a procedure that takes one meets each of them several times. */
const runs = 25;
const secret = 'この件は社長の妹さんの紹介';
const personal = { name: '宝生 伊織', email: 'iori@himitsu.test', phone: '090-5550-1234' };

let test: TestDatabase;
let owner: Person;
let ids: readonly string[];
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  const { database } = test.pool;
  context = testContext({ database, nodeTypes: loadNodeTypes() });
  owner = await newPerson({ database, role: 'sales-rep', name: '水野' });
  const mine = await handOver({ database, to: owner });
  await addNote({ context: owner.context, input: { handoff: mine, note: secret } });
  const [row] = await database.select().from(handoff).where(eq(handoff.id, mine));
  if (row === undefined) throw new Error('nothing was handed over');
  await database.update(lead).set(personal).where(eq(lead.id, row.leadId));
  const engine = testEngine({ database });
  const { journey, version } = await publishPlan({ context: engine, plan: waitingPlan });
  const passage = await enter({ context: engine, lead: row.leadId, version, plan: waitingPlan });
  const told = { kind: 'lead-hot', href: `/handoffs/${mine}`, detail: { lead: secret } } as const;
  await database.insert(notice).values({ userId: owner.id, ...told });
  const notices = await database.select({ id: notice.id }).from(notice).where(eq(notice.userId, owner.id));
  ids = [mine, owner.id, row.leadId, passage.id, journey, ...notices.map(({ id }) => String(id))];
});

afterAll(() => test?.drop());

/** Those that the role may call. Streams are read by nobody here. */
function proceduresOf(role: Role): readonly (readonly [string, Procedure])[] {
  return Object.entries(rootRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>).filter(
    ([, { _def }]) =>
      _def.type !== 'subscription' && (_def.meta?.roles === 'anyone' || _def.meta?.roles.includes(role)),
  );
}

/** What the person is answered, as text; of refusals their words. */
async function ask({ person, path, input }: { person: Person; path: string; input: unknown }): Promise<string> {
  const caller: unknown = rootRouter.createCaller({
    context: { ...context, actor: person.context.actor },
    signedIn: true,
  });
  const call = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller);
  try {
    return JSON.stringify((await (call as (given: unknown) => Promise<unknown>)(input)) ?? null);
  } catch (error) {
    return `${error}`;
  }
}

/** All that is the owner's alone. */
async function readOwned(): Promise<unknown> {
  const { database } = test.pool;
  return {
    handoffs: await database.select().from(handoff).where(eq(handoff.ownerId, owner.id)),
    entries: await database.select().from(handoffEntry).orderBy(asc(handoffEntry.id)),
    notices: await database.select().from(notice).where(eq(notice.userId, owner.id)).orderBy(asc(notice.id)),
    settings: await database.select().from(user).where(eq(user.id, owner.id)),
  };
}

describe('one rep with the ids of another', () => {
  let stranger: Person;

  beforeAll(async () => {
    stranger = await newPerson({ database: test.pool.database, role: 'sales-rep', name: '柏木' });
  });

  it.each(proceduresOf('sales-rep'))('changes and reads nothing of theirs by %s', async (...[path, { _def }]) => {
    const before = await readOwned();
    const schema = _def.inputs[0] ?? z.undefined();
    const property = fc.asyncProperty(arbitraryInput({ schema, ids }), async (input) => {
      expect(await ask({ person: stranger, path, input })).not.toContain(secret);
    });
    await fc.assert(property, { numRuns: runs });
    expect(await readOwned()).toEqual(before);
  });
});

describe('a viewer with any id', () => {
  let viewer: Person;

  beforeAll(async () => {
    viewer = await newPerson({ database: test.pool.database, role: 'viewer', name: '小林' });
  });

  it.each(proceduresOf('viewer'))('is told by %s of no lead who it is', async (...[path, { _def }]) => {
    const before = await readOwned();
    const schema = _def.inputs[0] ?? z.undefined();
    const property = fc.asyncProperty(arbitraryInput({ schema, ids }), async (input) => {
      const answer = await ask({ person: viewer, path, input });
      for (const word of [secret, ...Object.values(personal)]) expect(answer).not.toContain(word);
    });
    await fc.assert(property, { numRuns: runs });
    expect(await readOwned()).toEqual(before);
  });
});
