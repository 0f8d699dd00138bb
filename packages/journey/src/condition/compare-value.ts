import type { Json } from '../json.ts';
import type { Comparison } from './condition.ts';

/**
 * Whether a value fits. A missing value (absent, null or an empty text) is equal to nothing and less than nothing;
 * values of different kinds are never equal. Texts compare without case.
 */
export function compareValue({ value, compare }: { value: Json | undefined; compare: Comparison }): boolean {
  switch (compare.is) {
    case 'equal':
      return isEqual({ value, to: compare.value });
    case 'not-equal':
      return !isEqual({ value, to: compare.value });
    case 'less':
      return typeof value === 'number' && value < compare.value;
    case 'at-most':
      return typeof value === 'number' && value <= compare.value;
    case 'at-least':
      return typeof value === 'number' && value >= compare.value;
    case 'more':
      return typeof value === 'number' && value > compare.value;
    case 'contains':
      return isText(value) && value.toLowerCase().includes(compare.value.toLowerCase());
    case 'starts-with':
      return isText(value) && value.toLowerCase().startsWith(compare.value.toLowerCase());
    case 'one-of':
      return compare.values.some((to) => isEqual({ value, to }));
    case 'empty':
      return isMissing(value);
    case 'not-empty':
      return !isMissing(value);
    default:
      return compare satisfies never;
  }
}

function isEqual({ value, to }: { value: Json | undefined; to: string | number | boolean }): boolean {
  if (typeof to === 'string') return isText(value) && value.toLowerCase() === to.toLowerCase();
  return value === to;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
