import { ContractFault } from '@sodate/journey/validate/contract-fault';
import type { Effect } from './effect.ts';
import { quoteValue } from './quote-value.ts';

/** What a module gave, whatever its types said. @throws ContractFault that says what an effect is. */
export function assertEffect(given: unknown): Effect {
  if (given === undefined)
    throw new ContractFault({
      ja: 'モジュールがこの名前の動作を export していません。',
      en: 'its module exports no such effect',
    });
  if (!isEffect(given)) {
    const quoted = quoteValue(given);
    throw new ContractFault({
      ja: `{ kind: 'external', send } か { kind: 'inline', changes } を export してください。あったのは ${quoted}`,
      en: `export { kind: 'external', send } or { kind: 'inline', changes }. Found ${quoted}`,
    });
  }
  return given;
}

function isEffect(given: unknown): given is Effect {
  if (typeof given !== 'object' || given === null || !('kind' in given)) return false;
  if (given.kind === 'inline') return 'changes' in given && typeof given.changes === 'function';
  if (given.kind === 'external') return 'send' in given && typeof given.send === 'function';
  return given.kind === 'mail';
}
