import type { Comparison, Condition } from '../condition/condition.ts';
import type { EventPattern, HandoffOutcome } from '../event/event-pattern.ts';
import { stageTitles } from '../stage.ts';
import { sameText, type Text } from '../text.ts';
import type { Surroundings } from './node-contract.ts';
import { wordWindow } from './word-duration.ts';
import { wordUrl } from './word-url.ts';

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

/** A complete condition in few words, for summaries: 「スコア60以上」, "score 60 or more". Groups say their first part. */
export function wordCondition({ condition, surroundings }: { condition: Condition; surroundings: Surroundings }): Text {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return wordGroup({ condition, surroundings });
    case 'attribute':
      return wordAttribute({ condition, surroundings });
    case 'score':
      return wordScore(condition);
    case 'events':
      return wordEvents(condition);
    case 'stage': {
      const titles = condition.oneOf.map((stage) => stageTitles[stage]);
      return { ja: titles.map(({ ja }) => ja).join('・'), en: titles.map(({ en }) => en).join(' or ') };
    }
    case 'consent':
      return condition.given ? { ja: '同意あり', en: 'consent given' } : { ja: '同意なし', en: 'no consent' };
    case 'handoff':
      return handoffWords[condition.outcome];
    case 'business-time':
      return condition.open ? { ja: '営業時間内', en: 'in business hours' } : { ja: '営業時間外', en: 'out of hours' };
    case 'journey': {
      const name = surroundings.journeys.find(({ id }) => id === condition.journey)?.name ?? '';
      return journeyWords({ name, state: condition.state });
    }
  }
}

function wordGroup({
  condition,
  surroundings,
}: {
  condition: Of<'all' | 'any' | 'none'>;
  surroundings: Surroundings;
}): Text {
  const [first, ...rest] = condition.of;
  if (first === undefined) return { ja: '条件なし', en: 'no condition' };
  const words = wordCondition({ condition: first, surroundings });
  const said = condition.kind === 'none' ? { ja: `${words.ja}ではない`, en: `not ${words.en}` } : words;
  if (rest.length === 0) return said;
  return { ja: `${said.ja}ほか${rest.length}件`, en: `${said.en} and ${rest.length} more` };
}

function wordAttribute({ condition, surroundings }: { condition: Of<'attribute'>; surroundings: Surroundings }): Text {
  const { of, attribute, compare } = condition;
  const title = surroundings.attributes.find((one) => one.of === of && one.name === attribute)?.title;
  const words = wordComparison(compare);
  const { ja, en } = title ?? sameText(attribute);
  return { ja: `${ja}${words.ja}`, en: `${en} ${words.en}` };
}

function wordComparison(compare: Comparison): Text {
  switch (compare.is) {
    case 'equal':
      return { ja: `が${compare.value}`, en: `is ${compare.value}` };
    case 'not-equal':
      return { ja: `が${compare.value}以外`, en: `is not ${compare.value}` };
    case 'less':
      return { ja: `${compare.value}未満`, en: `below ${compare.value}` };
    case 'at-most':
      return { ja: `${compare.value}以下`, en: `up to ${compare.value}` };
    case 'at-least':
      return { ja: `${compare.value}以上`, en: `${compare.value} or more` };
    case 'more':
      return { ja: `${compare.value}超`, en: `above ${compare.value}` };
    case 'contains':
      return { ja: `に「${compare.value}」を含む`, en: `contains “${compare.value}”` };
    case 'starts-with':
      return { ja: `が「${compare.value}」で始まる`, en: `begins with “${compare.value}”` };
    case 'one-of':
      return { ja: `が${compare.values.join('・')}`, en: `is ${compare.values.join(' or ')}` };
    case 'empty':
      return { ja: 'が空', en: 'is empty' };
    case 'not-empty':
      return { ja: 'が入力済み', en: 'is filled in' };
  }
}

function wordScore({ atLeast, below }: Of<'score'>): Text {
  if (atLeast !== undefined && below !== undefined) {
    return { ja: `スコア${atLeast}〜${below - 1}`, en: `score ${atLeast}–${below - 1}` };
  }
  if (atLeast !== undefined) return { ja: `スコア${atLeast}以上`, en: `score ${atLeast} or more` };
  return { ja: `スコア${below}未満`, en: `score below ${below}` };
}

function wordEvents({ pattern, within, atLeast, atMost }: Of<'events'>): Text {
  const what = wordPattern(pattern);
  const window = within === undefined || within === 'since-entered' ? undefined : wordWindow({ ...within });
  const span = window === undefined ? sameText('') : { ja: `${window.ja}に`, en: ` in ${window.en}` };
  if (atMost === 0) return { ja: `${span.ja}${what.ja}なし`, en: `no ${what.en}${span.en}` };
  const count = atLeast ?? atMost ?? 1;
  const side = atLeast === undefined ? { ja: '以下', en: 'at most ' } : { ja: '以上', en: '' };
  if (count === 1 && atLeast === 1) return { ja: `${span.ja}${what.ja}`, en: `${what.en}${span.en}` };
  return { ja: `${span.ja}${what.ja}${count}回${side.ja}`, en: `${side.en}${count} × ${what.en}${span.en}` };
}

/** What a pattern matches, as a noun: 「/priceの閲覧」, "visit to /price". */
export function wordPattern(pattern: EventPattern): Text {
  switch (pattern.kind) {
    case 'page': {
      const page = pattern.url === undefined ? undefined : wordUrl(pattern.url);
      return page === undefined
        ? { ja: 'ページの閲覧', en: 'page visit' }
        : { ja: `${page}の閲覧`, en: `visit to ${page}` };
    }
    case 'form':
      return { ja: 'フォームの送信', en: 'form submission' };
    case 'mail':
      return reactionWords[pattern.reaction];
    case 'handoff':
      return handoffWords[pattern.outcome];
    case 'custom':
      return sameText(pattern.name);
  }
}

const reactionWords = {
  sent: { ja: 'メールの送信', en: 'email sent' },
  opened: { ja: 'メールの開封', en: 'email opened' },
  clicked: { ja: 'メールのクリック', en: 'email clicked' },
  bounced: { ja: 'メールの不達', en: 'email bounced' },
} as const;

const handoffWords: Readonly<Record<HandoffOutcome, Text>> = {
  accepted: { ja: '引き渡しを受け付けた', en: 'hand-off accepted' },
  rejected: { ja: '引き渡しを差し戻した', en: 'hand-off rejected' },
  overdue: { ja: '引き渡しの期限切れ', en: 'hand-off overdue' },
  met: { ja: '営業が面談した', en: 'sales met them' },
  opportunity: { ja: '商談になった', en: 'became an opportunity' },
  won: { ja: '受注した', en: 'won' },
  lost: { ja: '見送りになった', en: 'lost' },
};

function journeyWords({ name, state }: { name: string; state: Of<'journey'>['state'] }): Text {
  if (state === 'in') return { ja: `「${name}」の途中`, en: `in “${name}”` };
  if (state === 'ended') return { ja: `「${name}」を終えた`, en: `ended “${name}”` };
  return { ja: `「${name}」に未参加`, en: `never in “${name}”` };
}
