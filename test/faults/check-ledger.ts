import type { Op } from '@sodate/journey/compile/plan';
import type { EventName } from '@sodate/journey/event/event';
import type { Ledger, LedgerPassage } from './read-ledger.ts';

const leaseGraceMs = 120_000;

/** The inline effects whose every hop leaves exactly one event, whatever the facts were before. */
const oneEventEach: Readonly<Record<string, EventName>> = { 'add-score': 'points-given' };
const causedNames: ReadonlySet<EventName> = new Set(['points-given', 'attribute-changed', 'stage-changed']);

/**
 * The invariants that the database holds by itself, named as the engine's protocol numbers them: I1 (steps), I2 (the
 * ledger balances), I4 (inline effects), I5 (claims and looks), I6 (one open enrollment). A sentence for each violation.
 */
export function checkLedger(ledger: Ledger): string[] {
  const { passages } = ledger;
  return [
    ...passages.flatMap(checkSteps),
    ...checkBalance(ledger),
    ...passages.flatMap((passage) => checkInlineEffects({ ledger, passage })),
    ...passages.flatMap(checkLook),
    ...checkClaims(ledger),
    ...checkOpenOnce(ledger),
  ];
}

/** I1: steps 0…hop without gap; the last agrees with the row. */
function checkSteps({ row, steps }: LedgerPassage): string[] {
  const who = `I1 ${row.id}`;
  const gap = steps.findIndex(({ hop }, index) => hop !== index);
  if (gap >= 0) return [`${who}: step ${gap} is missing`];
  const last = steps.at(-1);
  if (last === undefined) return [`${who}: no step at all`];
  if (last.hop !== row.hop) return [`${who}: the row is at hop ${row.hop}, the last step is ${last.hop}`];
  if (last.toOp === null) return row.state === 'ended' ? [] : [`${who}: its steps have ended, the row is ${row.state}`];
  if (last.toOp === row.op && last.toNode === row.node && last.visit === row.visit) return [];
  return [
    `${who}: the row is at ${row.op}, visit ${row.visit}; the last step led to ${last.toOp}, visit ${last.visit}`,
  ];
}

/** I2: entered = in flight by node + ended, counted from the steps and from the rows apart. */
function checkBalance({ passages, plans }: Ledger): string[] {
  const fromRows = new Map<string, number>();
  const fromSteps = new Map<string, number>();
  for (const { row, steps } of passages) {
    const plan = plans.get(row.versionId);
    add(fromRows, `${row.journeyId} entered`);
    add(fromRows, `${row.journeyId} ${row.state === 'ended' ? 'ended' : `at ${row.node}`}`);
    for (const { hop, journeyId, toOp, toNode } of steps) {
      if (hop === 0) add(fromSteps, `${journeyId} entered`);
      if (hop === steps.length - 1) {
        const ended = toOp === null || isEnd(plan?.ops[toOp]);
        add(fromSteps, `${journeyId} ${ended ? 'ended' : `at ${toNode}`}`);
      }
    }
  }
  return [...new Set([...fromRows.keys(), ...fromSteps.keys()])].flatMap((place) => {
    const [rows, steps] = [fromRows.get(place) ?? 0, fromSteps.get(place) ?? 0];
    return rows === steps ? [] : [`I2 ${place}: ${rows} by the rows, ${steps} by the steps`];
  });
}

function isEnd(op: Op | undefined): boolean {
  return op?.kind === 'end' || op?.kind === 'goal';
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** I4: an inline effect is done once a hop: never twice, and not left out where it always leaves a trace. */
function checkInlineEffects({ ledger, passage }: { ledger: Ledger; passage: LedgerPassage }): string[] {
  const { row, steps, caused } = passage;
  const traces = new Map<string, number>();
  for (const { name, node } of caused) if (causedNames.has(name)) add(traces, `${name} at ${node}`);
  const ops = Object.values(ledger.plans.get(row.versionId)?.ops ?? {});
  const acts = ops.flatMap((op) => (op.kind === 'act' && op.external === undefined ? [op] : []));
  const hopsFrom = (node: string) => steps.filter(({ fromNode }) => fromNode === node).length;
  const doubled = [...traces].flatMap(([trace, count]) => {
    const hops = hopsFrom(trace.split(' at ')[1] ?? '');
    return count > hops ? [`I4 ${row.id}: ${trace} ${count} times in ${hops} hops`] : [];
  });
  const missing = acts.flatMap(({ id, node, effect }) => {
    const name = oneEventEach[effect];
    const hops = steps.filter(({ fromOp, outcome }) => fromOp === id && outcome === 'done').length;
    const count = traces.get(`${name} at ${node}`) ?? 0;
    return name !== undefined && count < hops
      ? [`I4 ${row.id}: ${name} at ${node} ${count} times in ${hops} hops`]
      : [];
  });
  return [...doubled, ...missing];
}

/** I5: nobody looks for a lead that is idle; somebody will look for every other. */
function checkLook({ row }: LedgerPassage): string[] {
  const who = `I5 ${row.id}`;
  if (row.state === 'ended' || row.state === 'stuck') {
    return row.lookAt === null ? [] : [`${who}: ${row.state}, and still to be looked at`];
  }
  const sleeps = row.heldBy !== null || (row.state === 'resting' && row.until === null && row.nudgedAt === null);
  if (sleeps) return row.lookAt === null ? [] : [`${who}: waits for a nudge alone, and is still to be looked at`];
  return row.lookAt === null ? [`${who}: ${row.state}, and nobody will look`] : [];
}

/** I5: no claim long past its lease; nothing waiting or claimed for a lead that has left. */
function checkClaims({ effects, passages, now }: Ledger): string[] {
  const ended = new Set(passages.flatMap(({ row }) => (row.state === 'ended' ? [row.id] : [])));
  return effects.flatMap(({ row: { key, state, leaseUntil, enrollmentId, repeatAskedAt } }) => {
    const repeats = repeatAskedAt !== null;
    if (!repeats && enrollmentId !== null && ended.has(enrollmentId) && (state === 'waiting' || state === 'claimed')) {
      return [`I5 ${key}: ${state}, and its lead has left`];
    }
    if (state !== 'claimed') return [];
    if (leaseUntil === null) return [`I5 ${key}: claimed without a lease`];
    return leaseUntil + leaseGraceMs < now ? [`I5 ${key}: claimed, and its lease is long over`] : [];
  });
}

/** I6: one open enrollment per journey and lead. */
function checkOpenOnce({ passages }: Ledger): string[] {
  const open = new Map<string, number>();
  for (const { row } of passages)
    if (row.state !== 'ended') add(open, `lead ${row.leadId} in journey ${row.journeyId}`);
  return [...open].flatMap(([who, count]) => (count > 1 ? [`I6 ${who}: open ${count} times`] : []));
}
