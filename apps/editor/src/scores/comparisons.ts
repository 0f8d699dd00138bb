import type { Comparison } from './rule-draft.ts';

export type AttributeKind = 'text' | 'number' | 'boolean' | 'date';

const byKind = {
  text: ['contains', 'equal', 'starts-with', 'not-empty', 'empty'],
  number: ['at-least', 'at-most', 'equal', 'not-empty', 'empty'],
  boolean: ['equal', 'not-equal', 'empty'],
  date: ['not-empty', 'empty'],
} as const satisfies Record<AttributeKind, readonly Comparison['is'][]>;

export type OfferedComparison = (typeof byKind)[AttributeKind][number];

/** The comparisons that make sense for a kind of attribute, the most usual first. */
export function comparisonsOf(kind: AttributeKind): readonly OfferedComparison[] {
  return byKind[kind];
}

/** A comparison to start from: the kind's first, or the one chosen. */
export function startComparison(kind: AttributeKind, is: string = byKind[kind][0]): Comparison {
  if (is === 'empty' || is === 'not-empty') return { is };
  if (kind === 'boolean') return { is: is === 'not-equal' ? 'not-equal' : 'equal', value: true };
  if (kind === 'number') return { is: is === 'at-most' || is === 'equal' ? is : 'at-least', value: 0 };
  return { is: is === 'equal' || is === 'starts-with' ? is : 'contains', value: '' };
}
