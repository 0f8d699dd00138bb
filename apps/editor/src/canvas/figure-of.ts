import type { Family } from '@sodate/journey/graph/node-contract';
import type { NodeFigures } from '@sodate/services/journey/read-node-figures';

/** The one value that a family is about, as the foot of its card shows it. Shares are from 0 to 1, parts in percent. */
export type Figure =
  | { readonly kind: 'week'; readonly count: number }
  | { readonly kind: 'next'; readonly at: string }
  | {
      readonly kind: 'mails';
      readonly sent: number;
      readonly notSent: number;
      readonly opened: number;
      readonly clicked: number;
    }
  | { readonly kind: 'not-sent'; readonly count: number }
  | { readonly kind: 'ways'; readonly parts: readonly { readonly outcome: string; readonly percent: number }[] }
  | { readonly kind: 'overdue' | 'open'; readonly count: number }
  | { readonly kind: 'reached'; readonly share: number };

/** Undefined where there is nothing to tell yet. `outcomes` are the exits as the card draws them. */
export function figureOf({
  family,
  figures,
  outcomes,
  total,
  entered,
}: {
  family: Family;
  figures: NodeFigures | undefined;
  outcomes: readonly string[];
  /** Leads that ever arrived here, and that ever entered the journey. */
  total: number;
  entered: number;
}): Figure | undefined {
  switch (family) {
    case 'trigger':
    case 'data':
      return figures === undefined || figures.week === 0 ? undefined : { kind: 'week', count: figures.week };
    case 'wait':
      return figures === undefined || figures.nextAt === null ? undefined : { kind: 'next', at: figures.nextAt };
    case 'message':
      return ratesOf({ mails: figures?.mails ?? null, notSent: figures?.notSent ?? 0 });
    case 'decision':
      return waysOf({ ways: figures?.ways ?? {}, outcomes });
    case 'sales':
      return waitingOf(figures?.handoffs ?? null);
    case 'end':
      return total === 0 || entered === 0 ? undefined : { kind: 'reached', share: Math.min(1, total / entered) };
    default:
      return family satisfies never;
  }
}

/** A mail of unknown fate that was opened has not been counted as sent: no share is above 1. */
function ratesOf({ mails, notSent }: Pick<NodeFigures, 'mails' | 'notSent'>): Figure | undefined {
  if (mails === null || mails.sent === 0) return notSent === 0 ? undefined : { kind: 'not-sent', count: notSent };
  const { sent, opened, clicked } = mails;
  return { kind: 'mails', sent, notSent, opened: Math.min(1, opened / sent), clicked: Math.min(1, clicked / sent) };
}

function waitingOf(handoffs: NodeFigures['handoffs']): Figure | undefined {
  if (handoffs === null || handoffs.open === 0) return undefined;
  return handoffs.overdue > 0 ? { kind: 'overdue', count: handoffs.overdue } : { kind: 'open', count: handoffs.open };
}

/** Whole percents that sum to 100: what rounding down leaves goes to the largest remainders. */
function waysOf({ ways, outcomes }: { ways: NodeFigures['ways']; outcomes: readonly string[] }): Figure | undefined {
  const counts = outcomes.map((outcome) => ({ outcome, count: ways[outcome] ?? 0 }));
  const sum = counts.reduce((total, { count }) => total + count, 0);
  if (sum === 0 || counts.length < 2) return undefined;
  const exact = counts.map(({ outcome, count }) => ({
    outcome,
    whole: Math.floor((count * 100) / sum),
    rest: (count * 100) % sum,
  }));
  const left = 100 - exact.reduce((total, { whole }) => total + whole, 0);
  const rounded = new Set(exact.toSorted((one, other) => other.rest - one.rest).slice(0, left));
  const parts = exact.map((one) => ({ outcome: one.outcome, percent: one.whole + (rounded.has(one) ? 1 : 0) }));
  return { kind: 'ways', parts };
}
