import { listUnclearEffects, listUnclearEffectsInput } from '@sodate/services/effect/list-unclear-effects';
import { settleUnclearEffect, settleUnclearEffectInput } from '@sodate/services/effect/settle-unclear-effect';
import { allow, router } from './procedure.ts';

export const effectsRouter = router({
  unclear: allow('marketer', 'sales-manager')
    .input(listUnclearEffectsInput)
    .query(({ ctx, input }) => listUnclearEffects({ context: ctx.context, input })),
  settle: allow('marketer')
    .input(settleUnclearEffectInput)
    .mutation(({ ctx, input }) => settleUnclearEffect({ context: ctx.context, input })),
});
