import { handoffOutcomes } from '../event/handoff-outcomes.ts';
import type { ConfigPath } from '../graph/described-node.ts';
import type { CheckProblem, Surroundings } from '../graph/node-contract.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { stages } from '../stage.ts';
import { checkComparison } from './check-comparison.ts';
import { checkEventPattern } from './check-event-pattern.ts';
import { incomplete } from './incomplete.ts';
import { isWindow } from './is-window.ts';

export interface ConditionUse {
  /** Whatever a draft holds. */
  readonly condition: Json | undefined;
  /** Its place: problems point below it. */
  readonly path: ConfigPath;
  readonly surroundings: Surroundings;
}

interface Part {
  readonly condition: JsonObject;
  readonly path: ConfigPath;
  readonly surroundings: Surroundings;
}

const mostDeep = 8;

/**
 * What is lacking or wrong in a condition tree, each with its mend; empty: it can be asked. Takes any plain data, since
 * a draft may hold half a condition, or one that names what has been deleted since.
 */
export function checkCondition(use: ConditionUse): readonly CheckProblem[] {
  return checkPart({ use, depth: 1 });
}

function checkPart({ use, depth }: { use: ConditionUse; depth: number }): readonly CheckProblem[] {
  const { condition, path, surroundings } = use;
  if (!isJsonObject(condition)) return [incomplete({ path, mend: chooseOne })];
  const part: Part = { condition, path, surroundings };
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return checkGroup({ part, depth });
    case 'attribute':
      return checkAttribute(part);
    case 'score':
      return checkScore(part);
    case 'events':
      return checkEvents(part);
    case 'stage':
      return checkStage(part);
    case 'consent':
      return isFilled(condition.topic) && typeof condition.given === 'boolean' ? [] : [lacking(part, words.consent)];
    case 'handoff':
      return checkHandoff(part);
    case 'business-time':
      return checkBusinessTime(part);
    case 'journey':
      return checkJourney(part);
    default:
      return [incomplete({ path, mend: chooseOne })];
  }
}

function checkGroup({ part, depth }: { part: Part; depth: number }): readonly CheckProblem[] {
  const { of } = part.condition;
  if (!Array.isArray(of) || of.length === 0) return [lacking(part, words.group)];
  if (depth >= mostDeep) return [lacking(part, words.deep)];
  return of.flatMap((inner: Json, index) =>
    checkPart({
      use: { condition: inner, path: [...part.path, 'of', index], surroundings: part.surroundings },
      depth: depth + 1,
    }),
  );
}

function checkAttribute(part: Part): readonly CheckProblem[] {
  const { of, attribute, compare } = part.condition;
  if (!isFilled(attribute)) return [lacking(part, words.attribute)];
  const known = part.surroundings.attributes.find((one) => one.of === of && one.name === attribute);
  if (known === undefined) {
    return [
      {
        severity: 'error',
        path: part.path,
        message: { ja: '項目が見つかりません', en: 'Attribute not found' },
        mend: {
          ja: `項目「${attribute}」はありません。項目を選び直すか、設定で作ってください。`,
          en: `There is no attribute “${attribute}”. Choose another, or create it in the settings.`,
        },
      },
    ];
  }
  return checkComparison({ compare, attribute: known, path: [...part.path, 'compare'] });
}

function checkScore(part: Part): readonly CheckProblem[] {
  const { atLeast, below, category } = part.condition;
  const given = [atLeast, below].filter((value) => value !== undefined);
  const numbers = given.every((value) => typeof value === 'number');
  if (given.length === 0 || !numbers) return [lacking(part, words.score)];
  if (category !== undefined && !isFilled(category)) return [lacking(part, words.category)];
  if (typeof atLeast === 'number' && typeof below === 'number' && atLeast >= below) return [lacking(part, words.range)];
  return [];
}

function checkEvents(part: Part): readonly CheckProblem[] {
  const { pattern, within, atLeast, atMost } = part.condition;
  const found = checkEventPattern({ pattern, path: [...part.path, 'pattern'], surroundings: part.surroundings });
  if (found.length > 0) return found;
  const counts = [atLeast, atMost].filter((value) => value !== undefined);
  if (counts.length === 0 || !counts.every(isCount)) return [lacking(part, words.count)];
  if (typeof atLeast === 'number' && typeof atMost === 'number' && atLeast > atMost)
    return [lacking(part, words.range)];
  if (within !== undefined && within !== 'since-entered' && !isWindow(within)) return [lacking(part, words.window)];
  return [];
}

function checkStage(part: Part): readonly CheckProblem[] {
  const { oneOf } = part.condition;
  const known = Array.isArray(oneOf) && oneOf.length > 0 && oneOf.every((one) => stages.some((stage) => stage === one));
  return known ? [] : [lacking(part, words.stage)];
}

function checkHandoff(part: Part): readonly CheckProblem[] {
  const { outcome, within } = part.condition;
  if (!handoffOutcomes.some((one) => one === outcome)) return [lacking(part, words.handoff)];
  return within === undefined || isWindow(within) ? [] : [lacking(part, words.window)];
}

function checkBusinessTime(part: Part): readonly CheckProblem[] {
  const { calendar, open } = part.condition;
  const known = part.surroundings.calendars.some(({ id }) => id === calendar);
  return known && typeof open === 'boolean' ? [] : [lacking(part, words.calendar)];
}

function checkJourney(part: Part): readonly CheckProblem[] {
  const { journey, state } = part.condition;
  const known = part.surroundings.journeys.some(({ id }) => id === journey);
  return known && ['in', 'ended', 'never'].some((one) => one === state) ? [] : [lacking(part, words.journey)];
}

function lacking(part: Part, mend: (typeof words)[keyof typeof words]): CheckProblem {
  return incomplete({ path: part.path, mend });
}

function isFilled(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

const chooseOne = { ja: '何で判断するかを選んでください。', en: 'Choose what to decide by.' };

const words = {
  group: { ja: '条件を1つ以上加えてください。', en: 'Add at least one condition.' },
  deep: {
    ja: '条件の入れ子が深すぎます。8段までにしてください。',
    en: 'Conditions are nested too deeply. Keep to 8 levels.',
  },
  attribute: { ja: 'どの項目を見るかを選んでください。', en: 'Choose the attribute to look at.' },
  score: { ja: 'スコアを何点以上、または何点未満とするかを入れてください。', en: 'Say from or below how many points.' },
  category: { ja: 'スコアの分類を選ぶか、合計点にしてください。', en: 'Choose a category of the score, or the total.' },
  range: { ja: '下限を上限より小さくしてください。', en: 'Make the lower bound smaller than the upper one.' },
  count: { ja: '何回以上、または何回以下かを入れてください。', en: 'Say how many times at least, or at most.' },
  window: { ja: '期間を「14日」のように入れてください。', en: 'Fill in the time to look back, such as 14 days.' },
  stage: { ja: 'ステージを1つ以上選んでください。', en: 'Choose at least one stage.' },
  consent: { ja: '同意の種類と有無を選んでください。', en: 'Choose the topic, and whether consent is given.' },
  handoff: { ja: '引き渡しの結果を選んでください。', en: 'Choose the outcome of the hand-off.' },
  calendar: {
    ja: '営業カレンダーを選び、営業時間の内か外かを決めてください。',
    en: 'Choose a calendar, and open or closed.',
  },
  journey: { ja: 'シナリオと、その状態を選んでください。', en: 'Choose a journey and its state.' },
} as const;
