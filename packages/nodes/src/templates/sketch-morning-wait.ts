import type { Sketch, SketchGiven } from './template.ts';

interface MorningWait {
  readonly given: SketchGiven;
  readonly days: number;
  readonly at: Sketch['at'];
  readonly next: string;
}

/** Some days, then until nine on a working day, with id "pause". Holidays are known by the calendar alone. */
export function sketchMorningWait({ given: { calendar }, days, at, next }: MorningWait): Sketch {
  return {
    id: 'pause',
    type: 'wait',
    at,
    config: {
      duration: { amount: days, unit: 'days' },
      moment: { time: '09:00', weekdays: [1, 2, 3, 4, 5], skipClosed: calendar !== undefined },
      ...(calendar === undefined ? {} : { calendar }),
      zone: 'journey',
    },
    to: { done: next },
  };
}
