import type { Condition } from './condition.ts';

/** Whether time alone may change how a condition is answered: windows move on, scores fade, offices open. */
export function changesByTime(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.some(changesByTime);
    case 'score':
    case 'business-time':
      return true;
    case 'events':
      return condition.within !== undefined && condition.within !== 'since-entered';
    case 'handoff':
      return condition.within !== undefined;
    case 'attribute':
    case 'stage':
    case 'consent':
    case 'journey':
      return false;
    default:
      return condition satisfies never;
  }
}
