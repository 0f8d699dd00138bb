import type { SendResult } from '@sodate/nodes/kit/effect';
import type { Claim } from './claim-effect.ts';
import type { EngineContext } from './engine-context.ts';

/** What became of a claim: the sender's report, to be recorded. */
export interface Landing {
  readonly key: string;
  readonly token: Claim['token'];
  readonly rules: Claim['rules'];
  readonly result: SendResult | { readonly kind: 'given-back' };
}

/**
 * Sends outside any transaction. Directly before the point of no return the sender reads its own monotonic clock:
 * half the lease gone, and the claim is given back, so that nobody sends what another may have claimed since.
 */
export async function sendErrand({ context, claim }: { context: EngineContext; claim: Claim }): Promise<Landing> {
  const startedMs = context.monotonicMs();
  const { key, token, rules } = claim;
  let givenBack = false;
  const beforeDot = async () => {
    givenBack = context.monotonicMs() - startedMs > claim.leaseMs / 2;
    return !givenBack;
  };
  const result = await sendWithoutThrowing({ claim, beforeDot });
  if (givenBack && result.kind === 'surely-not') return { key, token, rules, result: { kind: 'given-back' } };
  return { key, token, rules, result };
}

/** Custom nodes are other people's code: one that throws may have sent before. */
async function sendWithoutThrowing({
  claim: { errand },
  beforeDot,
}: {
  claim: Claim;
  beforeDot: () => Promise<boolean>;
}): Promise<SendResult> {
  try {
    return await errand.send({ limitMs: errand.limitMs, beforeDot });
  } catch (error) {
    return { kind: 'unknown', error: error instanceof Error ? error.message : String(error) };
  }
}
