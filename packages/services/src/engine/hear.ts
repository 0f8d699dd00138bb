import type { ListenOp, Plan } from '@sodate/journey/compile/plan';
import type { EventName, LeadEvent } from '@sodate/journey/event/event';
import type { EventPattern } from '@sodate/journey/event/event-pattern';
import { matchesPattern } from '@sodate/journey/event/matches-pattern';
import { unreachable } from '@sodate/journey/unreachable';
import type { Context } from '../context.ts';
import { readLeadEvents } from '../event/read-lead-events.ts';
import type { LockedPassage } from './lock-passage.ts';

const page = 200;

/**
 * The first event since the op was reached that fits its listen, as a list of at most one: later ones cannot win.
 * Reads in pages, so that a storm of other events costs no memory.
 */
export async function hearFirst({
  context,
  locked,
  plan,
}: {
  context: Context;
  locked: LockedPassage;
  plan: Plan;
}): Promise<readonly LeadEvent[]> {
  const { row, lead } = locked;
  const op = plan.ops[row.op];
  if (row.state !== 'resting' || op?.kind !== 'listen' || lead.lastEvent <= row.arrivedEvent) return [];
  const names = [...new Set(op.events.flatMap(({ pattern }) => eventNamesOf(pattern)))];
  if (names.length === 0) return [];
  for (let after = row.arrivedEvent; ; ) {
    const events = await readLeadEvents({ context, lead: lead.id, after, names, offsetMs: row.offsetMs, limit: page });
    const first = events.find((event) => fits({ op, event, locked }));
    if (first) return [first];
    const last = events.at(-1);
    if (!last || events.length < page) return [];
    after = last.id;
  }
}

function fits({ op, event, locked: { row } }: { op: ListenOp; event: LeadEvent; locked: LockedPassage }): boolean {
  return op.events.some(({ pattern }) => matchesPattern({ pattern, event, enrollment: row.id, visit: row.visit }));
}

/** The names of the events that a pattern can match. */
export function eventNamesOf(pattern: EventPattern): readonly EventName[] {
  switch (pattern.kind) {
    case 'page':
      return ['page-viewed'];
    case 'form':
      return ['form-submitted'];
    case 'mail':
      return [`mail-${pattern.reaction}`];
    case 'handoff':
      return ['handoff-accepted', 'handoff-rejected', 'handoff-overdue', 'handoff-closed'];
    case 'custom':
      return ['custom'];
    default:
      return unreachable(pattern);
  }
}
