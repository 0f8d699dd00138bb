import type { CheckProblem, Surroundings } from '@sodate/journey/graph/node-contract';
import type { z } from 'zod';
import { checkCalendar } from '../kit/check-calendar.ts';
import type { handOffConfig } from './config.ts';

type Config = z.output<typeof handOffConfig>;

/** Nothing may be left open: somebody who is there receives the lead, and the deadline can be counted. */
export function checkHandOff({
  config,
  surroundings,
}: {
  config: Config;
  surroundings: Surroundings;
}): readonly CheckProblem[] {
  const { escalateTo = [] } = config;
  const hasStranger = escalateTo.some((told) => !surroundings.users.some(({ id }) => id === told));
  return [
    ...checkReceiver({ to: config.to, surroundings }),
    ...checkCalendar({ calendar: config.calendar, needed: true, surroundings }),
    ...(escalateTo.length === 0 && !surroundings.users.some(({ manages = false }) => manages) ? [nobodyAbove] : []),
    ...(hasStranger ? [{ ...personGone, path: ['escalateTo'] }] : []),
    ...(remindsTooSoon(config) ? [reminderTooEarly] : []),
  ];
}

function checkReceiver({
  to,
  surroundings,
}: {
  to: Config['to'];
  surroundings: Surroundings;
}): readonly CheckProblem[] {
  if (to.kind === 'user') {
    return surroundings.users.some(({ id }) => id === to.user) ? [] : [{ ...personGone, path: ['to'] }];
  }
  const team = surroundings.teams.find(({ id }) => id === to.team);
  if (team === undefined) return [teamGone];
  return team.members > 0 ? [] : [teamEmpty];
}

/** Comparable only in the same unit; a day has no fixed number of business hours. */
function remindsTooSoon({ sla, remindBefore }: Config): boolean {
  return remindBefore !== undefined && remindBefore.unit === sla.unit && remindBefore.amount >= sla.amount;
}

const personGone = {
  severity: 'error',
  message: { ja: '担当者が見つかりません', en: 'Person not found' },
  mend: {
    ja: '選んだ人はもういません。別の人を選んでください。',
    en: 'The person chosen is no longer there. Choose another.',
  },
} as const satisfies CheckProblem;

const teamGone: CheckProblem = {
  severity: 'error',
  path: ['to'],
  message: { ja: 'チームが見つかりません', en: 'Team not found' },
  mend: {
    ja: '選んだチームは削除されています。渡す相手を選び直してください。',
    en: 'The team has been deleted. Choose another receiver.',
  },
};

const teamEmpty: CheckProblem = {
  severity: 'error',
  path: ['to'],
  message: { ja: 'チームに誰もいません', en: 'The team is empty' },
  mend: {
    ja: 'チームにメンバーを加えるか、別の相手を選んでください。',
    en: 'Add members to the team, or choose another receiver.',
  },
};

/** Nothing breaks by it, but a lead that is left lying would be noticed by nobody in sales. */
const nobodyAbove: CheckProblem = {
  severity: 'warning',
  path: ['escalateTo'],
  message: { ja: '営業マネージャーがまだいません', en: 'There is no sales manager yet' },
  mend: {
    ja: '期限を過ぎたことは、担当者のほかは管理者にだけ伝わります。営業のだれかにも知らせるには、「期限を過ぎたら知らせる人」を選ぶか、設定の「人と権限」で営業マネージャーを招待してください。',
    en: 'Besides the rep, only the admins hear that a hand-off is overdue. For somebody in sales to hear of it, choose somebody under “Tell when overdue”, or invite a sales manager in Settings, under People and roles.',
  },
};

const reminderTooEarly: CheckProblem = {
  severity: 'error',
  path: ['remindBefore'],
  message: { ja: '知らせが期限より長い前です', en: 'Reminder before the hand-off' },
  mend: {
    ja: '「期限前の知らせ」を対応期限より短くしてください。',
    en: 'Make the reminder shorter than the time for the first response.',
  },
};
