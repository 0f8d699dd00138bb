import { asId, type CalendarId } from '@sodate/journey/id';
import { simulate } from '@sodate/journey/simulate/simulate';
import { parseInstant } from '@sodate/journey/time/instant';
import type { Calendar, Duration, OpenHours } from '@sodate/journey/time/wait-spec';
import { type DrawnOp, planOf } from '../hosts/plan-of.ts';
import { type Figure, figure, secondsOf } from './figure.ts';

const leads = 10_000;
const nodes = 20;
const hopsPerSecond = 1_000_000;
const calendarId = asId<'calendar'>('office');
const open: OpenHours = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const office: Calendar = {
  id: calendarId,
  zone: 'Asia/Tokyo',
  hours: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [] },
  closedDates: ['2026-11-23', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'],
  openDates: {},
};

/**
 * Hops a second with plain durations, held against the promised million; and the time for ten thousand leads over
 * twenty nodes with waits in business time, held against the promised second.
 */
export async function bench(): Promise<readonly Figure[]> {
  const plain = secondsOf({ work: () => run({ amount: 3, unit: 'hours' }) });
  const business = secondsOf({ work: () => run({ amount: 4, unit: 'business-hours' }) });
  const hops = run({ amount: 3, unit: 'hours' });
  return [
    figure({ name: 'simulate.hops', value: hops / plain, unit: 'hops/s', baseline: hopsPerSecond }),
    figure({ name: 'simulate.business-time', value: business, unit: 's', baseline: 1 }),
    figure({ name: 'simulate.business-hops', value: hops / business, unit: 'hops/s', baseline: hops / plain }),
  ];
}

/** Waits, mails, branches, splits and listens in turn, as journeys have them. Gives the hops made. */
function run(duration: Duration): number {
  const spec = { duration, zone: 'journey', calendar: calendarId } as const;
  const calendars: Record<CalendarId, Calendar> = { [calendarId]: office };
  const plan = planOf({ ops: Array.from({ length: nodes }, (_, index) => opAt({ index, spec })) });
  const { hops } = simulate({
    plan,
    count: leads,
    seed: 1,
    guesses: {},
    calendars,
    from: parseInstant('2026-11-20T10:00+09:00'),
    until: parseInstant('2027-11-20T10:00+09:00'),
    spreadMs: 86_400_000,
  });
  return hops;
}

function opAt({ index, spec }: { index: number; spec: Extract<DrawnOp, { kind: 'wait' }>['spec'] }): DrawnOp {
  const id = `n${index}`;
  const to = `n${index + 1}`;
  const toNext = (...outcomes: string[]) =>
    index === nodes - 1 ? {} : Object.fromEntries(outcomes.map((outcome) => [outcome, to]));
  const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 8 } as const;
  switch (index % 4) {
    case 0:
      return { id, kind: 'wait', spec, next: toNext('done') };
    case 1:
      return { id, kind: 'act', effect: 'send-mail', config: {}, external, next: toNext('done') };
    case 2: {
      const events = [{ outcome: 'clicked', pattern: { kind: 'mail', reaction: 'clicked' } }] as const;
      return {
        id,
        kind: 'listen',
        events,
        conditions: [],
        timeout: { outcome: 'late', spec },
        next: toNext('clicked', 'late'),
      };
    }
    default:
      return {
        id,
        kind: 'split',
        arms: [
          { outcome: 'a', weight: 1 },
          { outcome: 'b', weight: 2 },
        ],
        next: toNext('a', 'b'),
      };
  }
}
