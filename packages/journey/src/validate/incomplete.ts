import type { ConfigPath } from '../graph/described-node.ts';
import type { CheckProblem } from '../graph/node-contract.ts';
import type { Text } from '../text.ts';

/** The problem of a condition that is not finished: always the same words on the card, and what is lacking to mend it. */
export function incomplete({ path, mend }: { path: ConfigPath; mend: Text }): CheckProblem {
  return {
    severity: 'error',
    unfilled: true,
    path,
    message: { ja: '条件が途中です', en: 'A condition is incomplete' },
    mend,
  };
}
