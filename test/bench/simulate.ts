import type { CalendarId } from '@sodate/journey/id';
import { simulate } from '@sodate/journey/simulate/simulate';
import { parseInstant } from '@sodate/journey/time/instant';
import type { Duration } from '@sodate/journey/time/wait-spec';
import { DateTime } from 'luxon';
import { officeCalendar } from '../hosts/office-calendar.ts';
import { type DrawnOp, planOf } from '../hosts/plan-of.ts';
import { type Figure, figure, secondsOf } from './figure.ts';

const leads = 10_000;
const nodes = 20;
const hours: Duration = { amount: 3, unit: 'hours' };
const businessHours: Duration = { amount: 4, unit: 'business-hours' };
const from = parseInstant('2026-11-20T10:00+09:00');

/**
 * Promised, on one core: a million hops a second with plain durations, and a second for ten thousand leads over twenty
 * waits in business time. Held against the least that so many hops could cost (two objects and a count each), and
 * against luxon adding plain hours as often as deadlines are measured.
 */
export async function bench(): Promise<readonly Figure[]> {
  const hops = walk({ kinds: 4, duration: hours });
  const plain = secondsOf({ work: () => walk({ kinds: 4, duration: hours }) });
  const least = secondsOf({ work: () => countCopies(hops) });
  const business = secondsOf({ work: () => walk({ kinds: 1, duration: businessHours }) });
  const luxon = secondsOf({ work: () => addByLuxon(leads * nodes) });
  return [
    figure({ name: 'simulate.hops', value: hops / plain, unit: 'hops/s', baseline: hops / least }),
    figure({ name: 'simulate.business-time', value: business, unit: 's', baseline: luxon }),
  ];
}

/** Leads over a line of waits, or of waits, mails, listens and splits in turn. Gives the hops made. */
function walk({ kinds, duration }: { kinds: 1 | 4; duration: Duration }): number {
  const calendars: Record<CalendarId, typeof officeCalendar> = { [officeCalendar.id]: officeCalendar };
  const { hops } = simulate({
    plan: planOf({ ops: Array.from({ length: nodes }, (_, index) => opAt({ index, kind: index % kinds, duration })) }),
    count: leads,
    seed: 1,
    guesses: {},
    calendars,
    from,
    until: parseInstant('2027-11-20T10:00+09:00'),
    spreadMs: 86_400_000,
  });
  return hops;
}

function opAt({ index, kind, duration }: { index: number; kind: number; duration: Duration }): DrawnOp {
  const id = `n${index}`;
  const spec = { duration, zone: 'journey', calendar: officeCalendar.id } as const;
  const lead = (...outcomes: string[]) =>
    index === nodes - 1 ? {} : Object.fromEntries(outcomes.map((outcome) => [outcome, `n${index + 1}`]));
  const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 8 } as const;
  switch (kind) {
    case 0:
      return { id, kind: 'wait', spec, next: lead('done') };
    case 1:
      return { id, kind: 'act', effect: 'send-mail', config: {}, external, next: lead('done') };
    case 2: {
      const events = [{ outcome: 'clicked', pattern: { kind: 'mail', reaction: 'clicked' } }] as const;
      const timeout = { outcome: 'late', spec };
      return { id, kind: 'listen', events, conditions: [], timeout, next: lead('clicked', 'late') };
    }
    default: {
      const arms = [
        { outcome: 'a', weight: 1 },
        { outcome: 'b', weight: 2 },
      ];
      return { id, kind: 'split', arms, next: lead('a', 'b') };
    }
  }
}

/** A state and a step made anew, and one count kept, for each hop. */
function countCopies(hops: number): number {
  const counts = new Map<string, number>();
  let state = { op: 'n0', visit: 1, arrivedAt: 0, until: null, visits: {} };
  for (let hop = 0; hop < hops; hop++) {
    const step = { fromOp: state.op, toOp: `n${hop % nodes}`, outcome: 'done', at: hop, seen: [] };
    state = { ...state, op: step.toOp, arrivedAt: hop };
    counts.set(step.toOp, (counts.get(step.toOp) ?? 0) + 1);
  }
  return counts.size;
}

function addByLuxon(times: number): number {
  let at = DateTime.fromMillis(from, { zone: 'Asia/Tokyo' });
  for (let time = 0; time < times; time++) at = at.plus({ hours: 3 });
  return at.toMillis();
}
