import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import { z } from 'zod';
import { checkCalendar, isBusinessTime } from '../kit/check-calendar.ts';
import { calendarValue, durationUnits, durationValue, momentValue, zoneValue } from '../kit/config-values.ts';
import { defineNode } from '../kit/define-node.ts';
import { onlyExit } from '../kit/exits.ts';
import { field } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';
import { wordList } from '../kit/word-list.ts';
import { wordWait } from './word-wait.ts';

/** Holds the lead for a time, until a time of day, or for a time and then until a time of day. */
export const wait = defineNode({
  type: 'wait',
  family: 'wait',
  title: { ja: '待つ', en: 'Wait' },
  description: {
    ja: '決めた長さだけ、または決めた曜日と時刻まで待ちます。',
    en: 'Waits for a time, or until a certain weekday and time.',
  },
  keywords: ['時間', '日', 'delay', 'sleep', '待機'],
  icon: 'M3.5 12a8.500 8.500 0 1 0 17 0a8.500 8.500 0 1 0-17 0M12 7v5.200l3.400 2',
  config: z.object({
    duration: field(durationValue.exactOptional(), {
      title: { ja: '待つ長さ', en: 'Wait for' },
      help: {
        ja: '日・週・月は同じ時刻まで、分と時間はちょうどの長さを数えます。',
        en: 'Days, weeks and months end at the same time of day; minutes and hours are exact.',
      },
      hint: { kind: 'duration', units: durationUnits },
    }),
    moment: field(momentValue.exactOptional(), {
      title: { ja: 'さらに曜日と時刻まで待つ', en: 'Then wait for a weekday and time' },
      help: {
        ja: '待った後、次にこの曜日と時刻になるまで待ちます。',
        en: 'After that, waits for the next such weekday and time.',
      },
      hint: { kind: 'moment' },
    }),
    calendar: field(calendarValue.exactOptional(), {
      title: { ja: '営業カレンダー', en: 'Business calendar' },
      help: {
        ja: '営業日と営業時間は、このカレンダーで数えます。',
        en: 'Business hours and closed days are counted by this calendar.',
      },
      hint: { kind: 'calendar' },
      required: true,
      when: [
        { path: ['duration', 'unit'], oneOf: ['business-hours', 'business-days'] },
        { path: ['moment', 'skipClosed'], oneOf: [true] },
      ],
    }),
    zone: field(zoneValue.default('journey'), {
      title: { ja: '時刻の基準', en: 'Time zone' },
      help: {
        ja: '相手の地域が分からないときは、シナリオの時刻を使います。',
        en: 'Where the lead’s zone is not known, the journey’s is used.',
      },
      hint: { kind: 'zone' },
    }),
  }),
  initial: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
  outcomes: onlyExit,
  rests: true,
  check({ config, surroundings }): readonly CheckProblem[] {
    if (config.duration === undefined && config.moment === undefined) return [nothingToWaitFor];
    const needed = isBusinessTime(config.duration) || config.moment?.skipClosed === true;
    return checkCalendar({ calendar: config.calendar, needed, surroundings });
  },
  summary({ config, surroundings }) {
    const { duration, moment } = config;
    const weekends = surroundings.calendars.find(({ id }) => id === config.calendar)?.weekends === true;
    return wordList([
      wordWait({ duration, moment, weekends }),
      config.zone === 'lead' ? { ja: '相手の時刻', en: 'lead’s time' } : undefined,
    ]);
  },
  lower({ config, lowering }) {
    return {
      ops: [{ kind: 'wait', id: lowering.op(), spec: config, next: nextOf({ lowering, outcomes: ['done'] }) }],
    };
  },
});

const nothingToWaitFor: CheckProblem = {
  severity: 'error',
  path: ['duration'],
  message: { ja: '待つ長さが未設定です', en: 'Nothing to wait for' },
  mend: {
    ja: '「待つ長さ」か「さらに曜日と時刻まで待つ」のどちらかを指定してください。',
    en: 'Fill in “Wait for”, “Then wait for a weekday and time”, or both.',
  },
};
