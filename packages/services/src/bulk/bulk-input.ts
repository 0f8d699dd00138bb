import { asId } from '@sodate/journey/id';
import { z } from 'zod';
import { settleUnclearEffectInput } from '../effect/settle-unclear-effect.ts';
import { nodeId } from '../enrollment/move-passage.ts';
import { stuckFilter } from '../enrollment/stuck-filter.ts';

const mostPicked = 1_000;

export const bulkChangeInput = z.object({ change: z.uuid().transform((id) => asId<'bulk-change'>(id)) });

export const askBulkChangeInput = z.object({
  verb: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('retry') }),
    z.object({ kind: z.literal('skip') }),
    z.object({ kind: z.literal('remove') }),
    z.object({ kind: z.literal('move'), node: nodeId }),
    z.object({ kind: z.literal('settle'), as: settleUnclearEffectInput.shape.as }),
  ]),
  /** Passages, or the keys of sends where the verb settles those. */
  choice: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('picked'), ids: z.array(z.string().min(1).max(300)).min(1).max(mostPicked) }),
    stuckFilter.extend({ kind: z.literal('matching') }),
  ]),
});
