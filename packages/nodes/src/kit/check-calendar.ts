import type { CheckProblem, Surroundings } from '@sodate/journey/graph/node-contract';
import type { Duration } from '@sodate/journey/time/wait-spec';

/** True for durations that count the open time of a calendar only. */
export function isBusinessTime(duration: Duration | undefined): boolean {
  return duration?.unit === 'business-hours' || duration?.unit === 'business-days';
}

/** A calendar must be chosen where it is needed, and exist. */
export function checkCalendar({
  calendar,
  needed,
  surroundings,
}: {
  calendar: string | undefined;
  needed: boolean;
  surroundings: Surroundings;
}): readonly CheckProblem[] {
  if (calendar === undefined) {
    if (!needed) return [];
    return [
      {
        severity: 'error',
        path: ['calendar'],
        message: { ja: '営業カレンダーが未設定です', en: '“Business calendar” is not set' },
        mend: {
          ja: '営業日と営業時間を数えるカレンダーを選んでください。',
          en: 'Choose the calendar that business hours and closed days are counted by.',
        },
      },
    ];
  }
  if (surroundings.calendars.some(({ id }) => id === calendar)) return [];
  return [
    {
      severity: 'error',
      path: ['calendar'],
      message: { ja: '営業カレンダーが見つかりません', en: 'Calendar not found' },
      mend: {
        ja: '選んだ営業カレンダーは削除されています。別のカレンダーを選んでください。',
        en: 'The calendar chosen has been deleted. Choose another one.',
      },
    },
  ];
}
