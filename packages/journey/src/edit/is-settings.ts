import type { JourneySettings } from '../graph/graph.ts';

const keys = new Set(['zone', 'reentry', 'exits', 'audience', 'visitLimit']);

/**
 * Whether plain data has the shape of a journey's settings. Conditions are only looked at from outside: a draft may
 * hold incomplete ones, which validation words.
 */
export function isSettings(value: unknown): value is JourneySettings {
  if (!isObject(value) || Object.keys(value).some((key) => !keys.has(key))) return false;
  const { zone, reentry, exits, audience, visitLimit } = value;
  if (zone !== undefined && typeof zone !== 'string') return false;
  if (audience !== undefined && !isConditionLike(audience)) return false;
  if (!isWhole(visitLimit) || visitLimit < 1 || visitLimit > 1_000) return false;
  return isReentry(reentry) && Array.isArray(exits) && exits.every(isExit);
}

function isReentry(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.kind === 'after-days') return isWhole(value.days) && value.days >= 1 && value.days <= 10_000;
  return value.kind === 'never' || value.kind === 'always';
}

function isExit(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.title === 'string' &&
    isConditionLike(value.condition)
  );
}

function isConditionLike(value: unknown): boolean {
  return isObject(value) && typeof value.kind === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}
