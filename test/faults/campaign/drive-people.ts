import { effect, enrollment } from '@sodate/database/schema/enrollment';
import type { NodeChoice } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { asId, type NodeId } from '@sodate/journey/id';
import { and, desc, eq, inArray, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Zoo } from '../zoo/start-zoo.ts';
import type { Chance } from './chance.ts';
import { type Busy, keepBusy } from './keep-busy.ts';
import { restNodes } from './kitchen-sink-plan.ts';
import type { Installation } from './publish-journeys.ts';
import type { StaffActs } from './staff-acts.ts';
import { untilDone } from './until-done.ts';

export interface Staff {
  readonly zoo: Zoo;
  readonly installation: Installation;
  readonly staff: StaffActs;
  readonly chance: Chance;
  /** How often our people did what. */
  readonly done: Map<string, number>;
  /** User ids of leads that were erased: their events say nothing more. */
  readonly erased: Set<string>;
}

/** A rep: accepts some hand-offs, rejects some, and lets the others pass their deadline. */
export function answerHandoffs({ staff, chance, done }: Staff): Busy {
  const seen = new Set<string>();
  return keepBusy({
    pauseMs: () => 400,
    work: async () => {
      const open = await staff.ask(({ handoffs }) => handoffs.list.query({ view: 'open', limit: 50 }));
      for (const { id: handoff } of open?.rows ?? []) {
        if (seen.has(handoff)) continue;
        seen.add(handoff);
        const answer = chance.weigh([
          [4, 'accepted'],
          [3, 'rejected'],
          [3, 'left alone'],
        ] as const);
        count(done, `hand-off ${answer}`);
        if (answer === 'accepted') await staff.ask(({ handoffs }) => handoffs.accept.mutate({ handoff }));
        if (answer === 'rejected')
          await staff.ask(({ handoffs }) => handoffs.reject.mutate({ handoff, reason: 'too-early' }));
      }
    },
  });
}

/** Somebody who looks after stuck leads: a send of unknown fate is never repeated. */
export function careForStuck({ zoo: { context }, staff, chance, done }: Staff): Busy {
  return keepBusy({
    pauseMs: () => 1_000,
    work: async () => {
      const stuck = await untilDone('stuck leads are read', () =>
        context.database
          .select({ enrollment: enrollment.id, state: effect.state })
          .from(enrollment)
          .leftJoin(effect, and(eq(effect.enrollmentId, enrollment.id), eq(effect.op, enrollment.op)))
          .where(eq(enrollment.state, 'stuck'))
          .limit(50),
      );
      for (const { enrollment: id, state } of stuck) {
        const input = { enrollment: id };
        const care = chance.weigh([
          [2, state === 'failed' ? 'retry' : 'skip'],
          [1, 'skip'],
          [1, 'remove'],
        ] as const);
        count(done, `stuck: ${care}`);
        await staff.ask(({ enrollments }) => enrollments[care].mutate(input));
      }
    },
  });
}

/** Somebody who publishes, pauses, resumes, merges, erases, removes and lets in, now and then. */
export function meddle(given: Staff): Busy {
  const { chance, done } = given;
  const deeds = { publish, pause, merge, erase, remove, enrol };
  return keepBusy({
    pauseMs: () => chance.between({ from: 1_000, to: 4_000 }),
    work: async () => {
      const deed = chance.weigh([
        [3, 'publish'],
        [2, 'pause'],
        [3, 'merge'],
        [2, 'erase'],
        [2, 'remove'],
        [2, 'enrol'],
      ] as const);
      if (await deeds[deed](given)) count(done, deed);
    },
  });
}

async function publish({ installation, chance }: Staff): Promise<boolean> {
  const choices: Record<NodeId, NodeChoice> = {};
  for (const node of restNodes) choices[asId<'node'>(node)] = chooseFor(chance);
  await untilDone('a new edition is published', () => installation.publishNext(choices).then(() => true));
  return true;
}

function chooseFor(chance: Chance): NodeChoice {
  return chance.weigh<NodeChoice>([
    [4, { kind: 'follow', past: 'keep-old' }],
    [2, { kind: 'finish' }],
    [1, { kind: 'move', to: asId('again'), at: 'now' }],
    [1, { kind: 'move', to: asId('listen'), at: 'old-time' }],
  ]);
}

async function pause({ installation: { journey }, staff, chance }: Staff): Promise<boolean> {
  const input = { journey };
  await staff.ask(({ journeys }) => journeys.pause.mutate(input));
  await new Promise((resolve) => setTimeout(resolve, chance.between({ from: 300, to: 2_000 })));
  const deadlines = chance.pick(['shift', 'keep'] as const);
  await staff.ask(({ journeys }) => journeys.resume.mutate({ ...input, deadlines }));
  return true;
}

async function merge({ zoo, staff, chance }: Staff): Promise<boolean> {
  const [keep, goes] = await pickLeads({ zoo, chance, count: 2 });
  if (keep === undefined || goes === undefined) return false;
  const merged = await staff.ask(({ leads }) => leads.merge.mutate({ keep, merge: goes }).then(() => true));
  return merged === true;
}

/** Only a lead that nobody was merged into: else it would not be known whose events are emptied with it. */
async function erase({ zoo: { context }, staff, chance, erased }: Staff): Promise<boolean> {
  const merged = context.database.select({ id: lead.mergedInto }).from(lead).where(isNotNull(lead.mergedInto));
  const rows = await untilDone('leads are read', () =>
    context.database
      .select({ id: lead.id, userId: lead.userId })
      .from(lead)
      .where(and(isNull(lead.mergedInto), isNull(lead.erasedAt), isNotNull(lead.userId), notInArray(lead.id, merged)))
      .orderBy(desc(lead.createdAt))
      .limit(50),
  );
  if (rows.length === 0) return false;
  const { id, userId } = chance.pick(rows);
  if (userId !== null) erased.add(userId);
  return (await staff.ask(({ leads }) => leads.erase.mutate({ lead: id }).then(() => true))) === true;
}

async function remove({ zoo: { context }, installation: { journey }, staff, chance }: Staff): Promise<boolean> {
  const rows = await untilDone('open passages are read', () =>
    context.database
      .select({ id: enrollment.id })
      .from(enrollment)
      .where(and(eq(enrollment.journeyId, journey), ne(enrollment.state, 'ended')))
      .limit(100),
  );
  if (rows.length === 0) return false;
  const { id } = chance.pick(rows);
  return (
    (await staff.ask(({ enrollments }) => enrollments.remove.mutate({ enrollment: id }).then(() => true))) === true
  );
}

async function enrol({ zoo, installation: { journey }, staff, chance }: Staff): Promise<boolean> {
  const [who] = await pickLeads({ zoo, chance, count: 1 });
  if (who === undefined) return false;
  return (await staff.ask(({ enrollments }) => enrollments.enrol.mutate({ lead: who, journey }))) !== undefined;
}

async function pickLeads({ zoo: { context }, chance, count: wanted }: { zoo: Zoo; chance: Chance; count: number }) {
  const open = context.database.select({ id: enrollment.leadId }).from(enrollment).where(ne(enrollment.state, 'ended'));
  const rows = await untilDone('leads are read', () =>
    context.database
      .select({ id: lead.id })
      .from(lead)
      .where(and(isNull(lead.mergedInto), isNull(lead.erasedAt), inArray(lead.id, open)))
      .orderBy(sql`md5(${lead.id}::text || ${String(chance.next())})`)
      .limit(wanted),
  );
  return rows.map(({ id }) => id);
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
