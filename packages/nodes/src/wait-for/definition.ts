import type { ListenOp } from '@sodate/journey/compile/plan';
import type { Condition } from '@sodate/journey/condition/condition';
import type { EventPattern } from '@sodate/journey/event/event-pattern';
import type { CheckProblem, Lowering, Surroundings } from '@sodate/journey/graph/node-contract';
import { wordCondition, wordPattern } from '@sodate/journey/graph/word-condition';
import { wordDuration } from '@sodate/journey/graph/word-duration';
import { wordUrl } from '@sodate/journey/graph/word-url';
import { sameText, type Text } from '@sodate/journey/text';
import { checkCondition } from '@sodate/journey/validate/check-condition';
import type { z } from 'zod';
import { asJson } from '../kit/as-json.ts';
import { checkCalendar, isBusinessTime } from '../kit/check-calendar.ts';
import { defineNode } from '../kit/define-node.ts';
import { checkForm, wordForm } from '../kit/form.ts';
import { nextOf } from '../kit/next-of.ts';
import { wordList } from '../kit/word-list.ts';
import { waitForConfig } from './config.ts';

type Config = z.output<typeof waitForConfig>;
type Awaited = Config['for'][number];

/** Holds the lead until the first of several things happens, or the time is up. Each leads out by its own exit. */
export const waitFor = defineNode({
  type: 'wait-for',
  family: 'decision',
  title: { ja: '行動を待つ', en: 'Wait for' },
  short: { ja: '行動待ち', en: 'Wait for' },
  description: {
    ja: 'ページの閲覧、フォームの送信、メールの開封やクリック、スコアが決めた点になるのを待ち、最初に起きたことで道を分けます。',
    en: 'Waits for a visit, a form, an email opened or clicked, or a score; the first to happen decides the way on.',
  },
  keywords: [
    '行動待ち',
    'スコア',
    '点数',
    'score',
    'points',
    'ページ',
    'フォーム',
    '開封',
    'クリック',
    'listen',
    'until',
    'event',
    'イベント',
    'api',
    'track',
    '時間切れ',
    'timeout',
  ],
  icon: 'M7 3.500h10M7 20.500h10M8 3.500v3.800L12 12l4-4.700V3.500M8 20.500v-3.800L12 12l4 4.700v3.800',
  config: waitForConfig,
  initial: {
    for: [{ id: 'first', kind: 'page', url: { match: 'pattern', value: '' } }],
    timeout: { amount: 5, unit: 'days' },
  },
  outcomes: [
    {
      kind: 'each',
      list: ['for'],
      idField: 'id',
      label: {
        kind: 'field',
        field: 'title',
        otherwise: {
          kind: 'lookup',
          field: 'kind',
          labels: {
            page: { ja: '閲覧した', en: 'Visited' },
            form: { ja: '送信した', en: 'Submitted' },
            'mail-opened': { ja: '開封した', en: 'Opened' },
            'mail-clicked': { ja: 'クリックした', en: 'Clicked' },
            score: { ja: 'スコアに達した', en: 'Score reached' },
            custom: { ja: '起きた', en: 'Happened' },
            condition: { ja: '条件に合った', en: 'Condition met' },
          },
        },
      },
    },
    {
      kind: 'fixed',
      id: 'timeout',
      label: { kind: 'duration', path: ['timeout'], text: { ja: '{}たった', en: 'After {}' } },
      whenSet: ['timeout'],
    },
  ],
  rests: true,
  check({ config, surroundings }): readonly CheckProblem[] {
    const needed = isBusinessTime(config.timeout);
    return [
      ...config.for.flatMap((item, index) => checkAwaited({ item, index, surroundings })),
      ...checkCalendar({ calendar: config.calendar, needed, surroundings }),
      ...(config.timeout === undefined ? [noTimeout] : []),
    ];
  },
  summary({ config, surroundings }) {
    const [first, ...rest] = config.for;
    const more = rest.length === 0 ? undefined : { ja: `ほか${rest.length}件`, en: `${rest.length} more` };
    const limit = wordDuration(config.timeout);
    return wordList([
      first === undefined ? undefined : wordAwaited({ item: first, surroundings }),
      more,
      limit === undefined ? undefined : { ja: `${limit.ja}まで`, en: `up to ${limit.en}` },
    ]);
  },
  lower({ config, lowering }) {
    return { ops: [lowerListen({ config, lowering })] };
  },
  guess(config) {
    const shares = config.for.map(
      ({ id }) => [id, (config.timeout === undefined ? 1 : 0.4) / config.for.length] as const,
    );
    return Object.fromEntries(config.timeout === undefined ? shares : [...shares, ['timeout', 0.6]]);
  },
});

function lowerListen({ config, lowering }: { config: Config; lowering: Lowering }) {
  const { timeout, calendar } = config;
  const events: ListenOp['events'][number][] = [];
  const conditions: ListenOp['conditions'][number][] = [];
  for (const item of config.for) {
    const pattern = patternOf(item);
    const condition = conditionOf(item);
    if (pattern !== undefined) events.push({ outcome: item.id, pattern });
    else if (condition !== undefined) conditions.push({ outcome: item.id, key: lowering.condition(condition) });
  }
  const spec = { duration: timeout, zone: 'journey' as const, ...(calendar === undefined ? {} : { calendar }) };
  return {
    kind: 'listen' as const,
    id: lowering.op(),
    events,
    conditions,
    next: nextOf({ lowering, outcomes: [...config.for.map(({ id }) => id), 'timeout'] }),
    ...(timeout === undefined ? {} : { timeout: { outcome: 'timeout', spec: { ...spec, duration: timeout } } }),
  };
}

/** What must hold for an item; undefined where it waits for an event. */
function conditionOf({ kind, condition, atLeast }: Awaited): Condition | undefined {
  if (kind === 'score') return atLeast === undefined ? undefined : { kind: 'score', atLeast };
  return kind === 'condition' ? condition : undefined;
}

/** The event an item waits for; undefined for a condition. */
function patternOf(item: Awaited): EventPattern | undefined {
  switch (item.kind) {
    case 'page':
      return { kind: 'page', ...(item.url === undefined ? {} : { url: item.url }) };
    case 'form':
      return { kind: 'form', ...(item.form === undefined ? {} : { form: item.form }) };
    case 'mail-opened':
      return { kind: 'mail', reaction: 'opened', ...(item.node === undefined ? {} : { node: item.node }) };
    case 'mail-clicked':
      return {
        kind: 'mail',
        reaction: 'clicked',
        ...(item.node === undefined ? {} : { node: item.node }),
        ...(item.link === undefined ? {} : { link: item.link }),
      };
    case 'custom':
      return { kind: 'custom', name: item.name ?? '' };
    case 'score':
    case 'condition':
      return undefined;
  }
}

function checkAwaited({
  item,
  index,
  surroundings,
}: {
  item: Awaited;
  index: number;
  surroundings: Surroundings;
}): readonly CheckProblem[] {
  const path = ['for', index];
  if (item.kind === 'form' && item.form !== undefined) {
    return checkForm({ form: item.form, path: [...path, 'form'], surroundings });
  }
  if (item.kind !== 'condition') return [];
  return checkCondition({ condition: asJson(item.condition), path: [...path, 'condition'], surroundings });
}

function wordAwaited({ item, surroundings }: { item: Awaited; surroundings: Surroundings }): Text {
  if (item.kind === 'page' && item.url !== undefined) return sameText(wordUrl(item.url));
  if (item.kind === 'form' && item.form !== undefined) return wordForm({ form: item.form, surroundings });
  const condition = conditionOf(item);
  if (condition !== undefined) return wordCondition({ condition, surroundings });
  const sender = surroundings.nodes.find(({ id }) => id === item.node)?.title;
  if (sender !== undefined) {
    const done = item.kind === 'mail-opened' ? { ja: '開封', en: 'opened' } : { ja: 'クリック', en: 'clicked' };
    return { ja: `「${sender.ja}」の${done.ja}`, en: `“${sender.en}” ${done.en}` };
  }
  const pattern = patternOf(item);
  return pattern === undefined ? sameText('') : wordPattern(pattern);
}

const noTimeout: CheckProblem = {
  severity: 'warning',
  path: ['timeout'],
  message: { ja: '期限なしで待ちます', en: 'Waits without a time limit' },
  mend: {
    ja: '起きなかった人がここに残り続けます。「期限」を入れることをおすすめします。',
    en: 'Leads to whom none of it happens stay here for good. A time limit is advised.',
  },
};
