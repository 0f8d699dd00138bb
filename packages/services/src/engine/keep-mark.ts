import { rightNow } from '@sodate/database/columns';
import { enrollment, mark } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { asId, type EnrollmentId } from '@sodate/journey/id';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, asc, eq, gt, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { barClaims } from './bar-claims.ts';
import { readClock } from './clock.ts';
import { crashPoint } from './crash-point.ts';
import { anyRest, type WorkflowPort } from './workflow-port.ts';

/** Of the next marks each is asked for; Temporal lists what it holds open a little late. */
const nextMarks = 20;
const rowsATime = 1_000;
const firstId = asId<'enrollment'>('00000000-0000-0000-0000-000000000000');

/** What a worker remembers of the mark while it lives: the highest that it has found in both stores; 0: none yet. */
export interface MarkMemory {
  seen: number;
}

export type MarkFinding = 'well' | 'database-restored' | 'temporal-restored';

/**
 * Starts the next mark, stores its number, ends the last: both stores now agree on it. Where they did not agree on the
 * last, nothing is done: a next one would hide from the check that a store was restored.
 */
export async function advanceMark({
  context,
  workflows,
}: {
  context: Context;
  workflows: WorkflowPort;
}): Promise<void> {
  const number = await readNumber({ context });
  if (number > 0 && !(await workflows.isMarkOpen({ number }))) return;
  await workflows.startMark({ number: number + 1 });
  await crashPoint('mark.mid');
  await context.database
    .update(mark)
    .set({ number: number + 1, checkedAt: rightNow })
    .where(eq(mark.number, number));
  if (number > 0) await workflows.closeMark({ number });
}

/**
 * Compares both stores. The stored mark open: well. A higher one open: the database is an older copy, so claims are
 * barred, and every workflow looks at what its row says now. Else Temporal lost its past: every open row is started
 * again, in order of its next look; and where nobody can tell that the database was not restored too, claims are barred.
 */
export async function checkMark({
  context,
  workflows,
  memory,
}: {
  context: Context;
  workflows: WorkflowPort;
  memory: MarkMemory;
}): Promise<MarkFinding> {
  const number = await readNumber({ context });
  if (number === 0) {
    await advanceMark({ context, workflows });
    return 'well';
  }
  if (await workflows.isMarkOpen({ number })) {
    memory.seen = Math.max(memory.seen, number);
    return 'well';
  }
  // Another worker may have advanced the mark, and closed this one, since it was read.
  if ((await readNumber({ context })) !== number) return 'well';
  const later = await findLaterMark({ workflows, number });
  if (later !== undefined) return noteDatabaseRestored({ context, number: later });
  if (await mayBeOlder({ context, number, memory })) await barClaims({ context });
  await startEverything({ context });
  await workflows.startMark({ number });
  return 'temporal-restored';
}

/**
 * Whether the database may be an older copy, which a Temporal that lost its past cannot tell: not where this worker has
 * lived through it, nor where the mark is so young that a mere power cut may have taken it.
 */
async function mayBeOlder({
  context,
  number,
  memory,
}: {
  context: Context;
  number: number;
  memory: MarkMemory;
}): Promise<boolean> {
  if (memory.seen > 0) return number < memory.seen;
  const [row] = await context.database.select({ checkedAt: mark.checkedAt }).from(mark);
  const { checkedAt } = row ?? {};
  // An installation of a former version has not noted it.
  if (checkedAt == null) return false;
  return (await readClock({ context })) - checkedAt > 2 * context.timings.markEveryMs;
}

async function findLaterMark({
  workflows,
  number,
}: {
  workflows: WorkflowPort;
  number: number;
}): Promise<number | undefined> {
  const numbers = Array.from({ length: nextMarks }, (_, index) => number + index + 1);
  const open = await Promise.all(numbers.map((one) => workflows.isMarkOpen({ number: one })));
  return numbers.findLast((_, index) => open[index]) ?? workflows.findMarkAbove({ number });
}

async function noteDatabaseRestored({ context, number }: { context: Context; number: number }): Promise<MarkFinding> {
  await barClaims({ context });
  await wakePassages({ context, which: ne(enrollment.state, 'ended') });
  await context.database.update(mark).set({ number }).where(eq(mark.only, 1));
  return 'database-restored';
}

async function readNumber({ context }: { context: Context }): Promise<number> {
  const [row] = await context.database.select({ number: mark.number }).from(mark);
  return row?.number ?? 0;
}

/**
 * Temporal lost its past: a start row for every open passage and hand-off. Anew: a workflow that an older copy brought
 * back wakes at an old time, and one that a worker still remembered has been given a history that nobody can replay.
 */
async function startEverything({ context }: { context: Context }): Promise<void> {
  await startPassages({ context, which: 'timed' });
  await startPassages({ context, which: 'idle' });
  const handoffs = await context.database
    .select({ id: handoff.id, lookAt: handoff.lookAt })
    .from(handoff)
    .where(isNotNull(handoff.lookAt));
  if (handoffs.length === 0) return;
  await writeOutbox({
    context,
    rows: handoffs.map(({ id, lookAt }) => ({
      priority: priorities.handoff,
      body: { kind: 'start-handoff' as const, handoff: id, startAt: startAt(lookAt), anew: true },
    })),
  });
}

interface Place {
  readonly lookAt: Instant | null;
  readonly id: EnrollmentId;
}

/** The timed ones come first, by when somebody must look; then those that wait for a nudge alone. */
async function startPassages({ context, which }: { context: Context; which: 'timed' | 'idle' }): Promise<void> {
  for (let after: Place = { lookAt: null, id: asId(firstId) }; ; ) {
    const rows = await readPassagesAfter({ context, which, after });
    const last = rows.at(-1);
    if (!last) return;
    after = last;
    await writeOutbox({
      context,
      rows: rows.map(({ id, journey, lookAt, state }) => ({
        priority: priorities.bulk,
        body: {
          kind: 'start' as const,
          enrollment: id,
          journey,
          // What Temporal was to send it has forgotten too.
          startAt: state === 'acting' ? 'now' : startAt(lookAt),
          anew: true,
        },
      })),
    });
  }
}

/** A page of open passages: the timed ones along the index `enrollment_look`, the others by id. */
async function readPassagesAfter({
  context,
  which,
  after: { lookAt, id },
}: {
  context: Context;
  which: 'timed' | 'idle';
  after: Place;
}) {
  const from = lookAt === null ? '-infinity' : formatInstant(lookAt);
  const page =
    which === 'timed'
      ? and(
          isNotNull(enrollment.lookAt),
          sql`(${enrollment.lookAt}, ${enrollment.id}) > (${from}::timestamptz, ${id}::uuid)`,
        )
      : and(isNull(enrollment.lookAt), gt(enrollment.id, id));
  return await context.database
    .select({ id: enrollment.id, journey: enrollment.journeyId, lookAt: enrollment.lookAt, state: enrollment.state })
    .from(enrollment)
    .where(and(ne(enrollment.state, 'ended'), page))
    .orderBy(...(which === 'timed' ? [asc(enrollment.lookAt)] : []), asc(enrollment.id))
    .limit(rowsATime);
}

function startAt(lookAt: Instant | null): string | null {
  return lookAt === null ? null : formatInstant(lookAt);
}

/** A person has looked into it: claims are allowed again, and every waiting effect is tried. Gives whether they were barred. */
export async function releaseClaims({ context }: { context: Context }): Promise<boolean> {
  const released = await context.database
    .update(mark)
    .set({ claimsBarredAt: null, barredWhy: null })
    .where(and(eq(mark.only, 1), isNotNull(mark.claimsBarredAt)))
    .returning({ only: mark.only });
  if (released.length === 0) return false;
  await wakePassages({ context, which: eq(enrollment.state, 'acting') });
  return true;
}

/** Has every such passage looked at, whatever its workflow knows; one that has no workflow gets one. */
async function wakePassages({ context, which }: { context: Context; which: SQL }): Promise<void> {
  for (let after = firstId; ; ) {
    const rows = await context.database
      .select({ id: enrollment.id, journey: enrollment.journeyId })
      .from(enrollment)
      .where(and(which, gt(enrollment.id, after)))
      .orderBy(asc(enrollment.id))
      .limit(rowsATime);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    await writeOutbox({
      context,
      rows: rows.map(({ id, journey }) => ({
        priority: priorities.bulk,
        body: { kind: 'nudge' as const, enrollment: id, journey, rest: anyRest },
      })),
    });
  }
}
