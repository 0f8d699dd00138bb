import type { EnrollmentId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import { ContractFault } from '@sodate/journey/validate/contract-fault';
import { inTransaction } from '../transaction.ts';
import type { EngineContext } from './engine-context.ts';
import { faultMessage } from './fault-message.ts';
import { lockPassage } from './lock-passage.ts';
import { markStuck } from './mark-stuck.ts';
import type { Rest } from './rest.ts';
import { MissingNodeType } from './write-hop.ts';

/**
 * Stores what went wrong with the lead it went wrong for, as stuck, so that a person sees it and nothing is tried
 * without end. A missing node type is waited for first: a release may be under way.
 */
export async function storeFault({
  context,
  enrollment,
  error,
}: {
  context: EngineContext;
  enrollment: EnrollmentId;
  error: unknown;
}): Promise<Rest> {
  const missing = error instanceof MissingNodeType;
  // Nothing broke: where the stack was does not help who installs the type.
  if (missing) context.logger.warn({ enrollment, type: error.type }, 'a lead waits for a node type that is not loaded');
  else context.logger.error({ enrollment, error }, 'a passage could not go on');
  return inTransaction({ context }, async (inner) => {
    const locked = await lockPassage({ context: inner, enrollment });
    if (!locked) return { kind: 'end', number: 0 };
    const { row } = locked;
    if (row.state === 'ended') return { kind: 'end', number: row.rest };
    if (missing && locked.now - row.arrivedAt < context.timings.missingTypeMs) {
      return { kind: 'resting', number: row.rest, waitMs: Math.ceil(context.timings.missingTypeMs / 10) };
    }
    const why = missing ? ({ kind: 'missing-type', type: error.type } as const) : faultOf(error);
    const stuck = await markStuck({ context: inner, locked, why });
    return { kind: 'resting', number: stuck.rest };
  });
}

function faultOf(error: unknown) {
  return { kind: 'fault', error: error instanceof ContractFault ? error.said : sameText(faultMessage(error)) } as const;
}
