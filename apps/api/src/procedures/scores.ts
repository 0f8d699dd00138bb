import { areScoresBehind } from '@sodate/services/score/are-scores-behind';
import { previewScoreRules } from '@sodate/services/score/preview-score-rules';
import { readScoreRules } from '@sodate/services/score/read-score-rules';
import { saveScoreRules, saveScoreRulesInput } from '@sodate/services/score/save-score-rules';
import { scoreRulesInput } from '@sodate/services/score/score-rules-input';
import { allow, router } from './procedure.ts';

/** The rules by which leads get points. */
export const scoresRouter = router({
  rules: allow('marketer', 'sales-manager', 'sales-rep', 'viewer').query(({ ctx }) =>
    readScoreRules({ context: ctx.context }),
  ),
  behind: allow('marketer', 'sales-manager', 'sales-rep', 'viewer').query(({ ctx }) =>
    areScoresBehind({ context: ctx.context }),
  ),
  /** Changes nothing; a mutation only because many rules do not fit into an address. */
  preview: allow('marketer', 'sales-manager')
    .input(scoreRulesInput)
    .mutation(({ ctx, input }) => previewScoreRules({ context: ctx.context, input })),
  save: allow('marketer')
    .input(saveScoreRulesInput)
    .mutation(({ ctx, input }) => saveScoreRules({ context: ctx.context, input })),
});
