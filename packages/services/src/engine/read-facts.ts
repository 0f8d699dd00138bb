import type { Plan } from '@sodate/journey/compile/plan';
import type { ConditionKey } from '@sodate/journey/id';
import type { Asked, Facts } from '@sodate/journey/interpret/passage';
import { readCalendars } from '../calendar/read-calendars.ts';
import { answerConditions } from '../condition/answer-conditions.ts';
import type { Context } from '../context.ts';
import type { LockedPassage } from './lock-passage.ts';

/** Fetches what the interpreter asked for, under the locks: conditions by SQL, calendars, the lead's zone. */
export async function readFacts({
  context,
  locked,
  plan,
  asked,
}: {
  context: Context;
  locked: LockedPassage;
  plan: Plan;
  asked: Asked;
}): Promise<Facts> {
  const { row, lead, now, realNow } = locked;
  const calendars = await readCalendarFacts({ context, asked });
  const answers =
    asked.conditions.length === 0
      ? {}
      : await answerConditions({
          context,
          conditions: conditionsOf({ plan, keys: asked.conditions }),
          lead: lead.id,
          passage: {
            enrollment: row.id,
            journey: row.journeyId,
            enteredAt: row.enteredAt,
            node: row.node,
            visit: row.visit,
          },
          now,
          realNow,
          zone: plan.zone,
        });
  return { answers, calendars, leadZone: lead.zone, lastEvent: lead.lastEvent };
}

/** The calendars asked for, by id. One that was deleted is left out. */
export async function readCalendarFacts({
  context,
  asked,
}: {
  context: Context;
  asked: Asked;
}): Promise<Facts['calendars']> {
  if (asked.calendars.length === 0) return {};
  const calendars = await readCalendars({ context, ids: asked.calendars });
  return Object.fromEntries(calendars.map((calendar) => [calendar.id, calendar]));
}

export function conditionsOf({ plan, keys }: { plan: Plan; keys: readonly ConditionKey[] }) {
  return keys.flatMap((key) => {
    const condition = plan.conditions[key];
    return condition === undefined ? [] : [{ key, condition }];
  });
}
