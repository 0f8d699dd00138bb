import type { Condition } from '@sodate/journey/condition/condition';
import type { Json, JsonObject } from '@sodate/journey/json';

/** What a line of a condition can be about, in the order offered. Groups nest. */
export const conditionKinds = [
  'score',
  'page',
  'form',
  'mail',
  'custom',
  'attribute',
  'stage',
  'consent',
  'handoff',
  'journey',
  'business-time',
  'group',
] as const;

export type ConditionKind = (typeof conditionKinds)[number];

export const groupKinds = ['all', 'any', 'none'] as const;

/** A condition just added: complete where a sensible beginning exists. `mailBefore`: the mail that leads just got. */
export function newCondition(
  kind: ConditionKind,
  { mailBefore }: { mailBefore?: string | undefined } = {},
): JsonObject {
  switch (kind) {
    case 'score':
      return { kind: 'score', atLeast: 50 };
    case 'page':
      return events({ kind: 'page', url: { match: 'pattern', value: '' } });
    case 'form':
      return events({ kind: 'form' });
    case 'mail':
      return events({ kind: 'mail', reaction: 'clicked', ...(mailBefore === undefined ? {} : { mail: mailBefore }) });
    case 'custom':
      return events({ kind: 'custom', name: '' });
    case 'attribute':
      return { kind: 'attribute', of: 'lead', attribute: '', compare: { is: 'equal', value: '' } };
    case 'stage':
      return { kind: 'stage', oneOf: ['mql'] };
    case 'consent':
      return { kind: 'consent', topic: 'marketing', given: true };
    case 'handoff':
      return { kind: 'handoff', outcome: 'opportunity' };
    case 'journey':
      return { kind: 'journey', journey: '', state: 'in' };
    case 'business-time':
      return { kind: 'business-time', calendar: '', open: true };
    case 'group':
      return { kind: 'any', of: [] };
  }
}

function events(pattern: JsonObject): JsonObject {
  return { kind: 'events', pattern, atLeast: 1, within: { amount: 30, unit: 'days' } };
}

/** Which of the kinds above a stored condition is. */
export function kindOf(condition: JsonObject): ConditionKind | undefined {
  const { kind } = condition;
  if (kind === 'all' || kind === 'any' || kind === 'none') return 'group';
  if (kind === 'events') {
    const pattern = condition.pattern as JsonObject | undefined;
    return conditionKinds.find((one) => one === pattern?.kind);
  }
  return conditionKinds.find((one) => one === kind);
}

/** Whether a stored value is a group; any draft value may come. */
export function isGroup(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { kind } = value as { kind?: Condition['kind'] };
  return kind === 'all' || kind === 'any' || kind === 'none';
}
