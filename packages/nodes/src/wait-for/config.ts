import type { ConfigMatch } from '@sodate/journey/graph/described-node';
import { z } from 'zod';
import {
  calendarValue,
  conditionValue,
  durationUnits,
  durationValue,
  nodeValue,
  urlPatternValue,
} from '../kit/config-values.ts';
import { field, itemId } from '../kit/field.ts';

const kinds = ['page', 'form', 'mail-clicked', 'mail-opened', 'score', 'custom', 'condition'] as const;

/** Shown where the item is of one of these kinds. */
function forKinds(...oneOf: readonly (typeof kinds)[number][]): readonly ConfigMatch[] {
  return [{ path: ['kind'], oneOf }];
}

const awaited = z.object({
  id: itemId,
  kind: field(z.enum(kinds), {
    title: { ja: '起きること', en: 'What happens' },
    hint: {
      kind: 'select',
      options: [
        { value: 'page', label: { ja: 'ページの閲覧', en: 'Page visit' } },
        { value: 'form', label: { ja: 'フォームの送信', en: 'Form submitted' } },
        { value: 'mail-clicked', label: { ja: 'メールのリンクのクリック', en: 'Email link clicked' } },
        { value: 'mail-opened', label: { ja: 'メールの開封', en: 'Email opened' } },
        { value: 'score', label: { ja: 'スコアが…点になる', en: 'The score reaches … points' } },
        { value: 'custom', label: { ja: 'そのほかのイベント', en: 'Another event' } },
        { value: 'condition', label: { ja: '条件を満たす', en: 'A condition holds' } },
      ],
    },
  }),
  url: field(urlPatternValue.exactOptional(), {
    title: { ja: 'ページ', en: 'Page' },
    help: { ja: '「/」から書くとパスで比べます。', en: 'Begin with “/” to compare the path.' },
    example: { ja: '/cases', en: '/cases' },
    hint: { kind: 'url-pattern' },
    required: true,
    when: forKinds('page'),
  }),
  form: field(z.string().trim().min(1).max(200).exactOptional(), {
    title: { ja: 'フォーム', en: 'Form' },
    hint: { kind: 'form' },
    required: true,
    when: forKinds('form'),
  }),
  node: field(nodeValue.exactOptional(), {
    title: { ja: 'どのメールか', en: 'Which email' },
    help: { ja: 'このシナリオで送ったメールへの反応を待ちます。', en: 'An email that this journey sends earlier.' },
    hint: { kind: 'node', types: ['send-mail'] },
    required: true,
    when: forKinds('mail-opened', 'mail-clicked'),
  }),
  link: field(urlPatternValue.exactOptional(), {
    title: { ja: 'リンク先', en: 'Link' },
    help: { ja: '空なら、どのリンクでもかまいません。', en: 'Empty: any link of the email.' },
    hint: { kind: 'url-pattern' },
    when: forKinds('mail-clicked'),
  }),
  atLeast: field(z.number().int().min(-10_000).max(10_000).exactOptional(), {
    title: { ja: '何点以上', en: 'At least' },
    help: {
      ja: 'もう届いていれば、すぐに進みます。',
      en: 'Leads who have it already go on at once.',
    },
    hint: { kind: 'number', min: -10_000, max: 10_000, unit: { ja: '点以上', en: 'points or more' } },
    required: true,
    when: forKinds('score'),
  }),
  name: field(z.string().trim().min(1).max(200).exactOptional(), {
    title: { ja: 'イベントの名前', en: 'Event name' },
    help: { ja: 'track で送られる名前と同じにします。', en: 'The name it is tracked by.' },
    example: { ja: 'Webinar Attended', en: 'Webinar Attended' },
    hint: { kind: 'text', maxLength: 200 },
    required: true,
    when: forKinds('custom'),
  }),
  condition: field(conditionValue.exactOptional(), {
    title: { ja: '条件', en: 'Condition' },
    help: { ja: '例：ステージが「MQL」になるまで待つ。', en: 'For example: until the stage is MQL.' },
    hint: { kind: 'condition' },
    required: true,
    when: forKinds('condition'),
  }),
  title: field(z.string().max(40).exactOptional(), {
    title: { ja: '出口の名前', en: 'Name of the exit' },
    help: { ja: '空なら自動で付きます。', en: 'Named for you where empty.' },
    hint: { kind: 'text', maxLength: 40 },
  }),
});

export const waitForConfig = z.object({
  for: field(z.array(awaited).min(1).max(10), {
    title: { ja: '待つこと', en: 'The first of these' },
    help: {
      ja: '最初に起きたものの出口へ進みます。行動はここに着いた後のものだけを数え、条件はもう合っていればすぐに進みます。',
      en: 'The first to happen decides. Of what leads do, only what comes after their arrival counts; a condition that already holds lets them go on at once.',
    },
    hint: {
      kind: 'list',
      newItem: { kind: 'page', url: { match: 'pattern', value: '' } },
      addLabel: { ja: '待つことを加える', en: 'Add something to wait for' },
      idField: 'id',
    },
  }),
  timeout: field(durationValue.exactOptional(), {
    title: { ja: '期限', en: 'Time limit' },
    help: {
      ja: 'これを過ぎると、期限の出口へ進みます。',
      en: 'After this the lead leaves by the exit of the limit.',
    },
    hint: { kind: 'duration', units: durationUnits },
  }),
  calendar: field(calendarValue.exactOptional(), {
    title: { ja: '営業カレンダー', en: 'Business calendar' },
    hint: { kind: 'calendar' },
    required: true,
    when: [{ path: ['timeout', 'unit'], oneOf: ['business-hours', 'business-days'] }],
  }),
});
