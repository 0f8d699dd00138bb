import type { SendResult } from '@sodate/nodes/kit/effect';
import type { Claim } from './claim-effect.ts';
import type { EngineContext } from './engine-context.ts';

/** What became of a claim: the sender's report, to be recorded. */
export interface Landing {
  readonly key: string;
  readonly token: Claim['token'];
  readonly attempt: number;
  readonly result: SendResult | { readonly kind: 'given-back' };
}

/**
 * Sends outside any transaction. Directly before the point of no return the sender reads its own monotonic clock:
 * half the lease gone, and the claim is given back, so that nobody sends what another may have claimed since.
 */
export async function sendErrand({ context, claim }: { context: EngineContext; claim: Claim }): Promise<Landing> {
  const startedMs = context.monotonicMs();
  const { key, token, attempt } = claim;
  let givenBack = false;
  const beforeDot = async () => {
    givenBack = context.monotonicMs() - startedMs > claim.leaseMs / 2;
    return !givenBack;
  };
  const result = await claim.errand.send({ limitMs: claim.errand.limitMs, beforeDot });
  if (givenBack && result.kind === 'surely-not') return { key, token, attempt, result: { kind: 'given-back' } };
  return { key, token, attempt, result };
}
