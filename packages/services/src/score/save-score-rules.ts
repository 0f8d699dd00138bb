import { scoreRuleSet } from '@sodate/database/schema/lead';
import type { ScoreRule, ScoreRules } from '@sodate/journey/score/score-rule';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { readScoreRules } from './read-score-rules.ts';
import { type ScoreRulesInput, scoreRulesInput } from './score-rules-input.ts';

export const saveScoreRulesInput = scoreRulesInput.extend({
  /** The revision that the editor started from. */
  basedOn: z.int32().min(0),
});

/**
 * Stores the rules as a new revision. Scores follow: at once where they are read from the log, in lists as the cache is
 * refreshed.
 * @throws RequestError where someone else has saved since, or two rules share an id
 */
export async function saveScoreRules({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof saveScoreRulesInput>;
}): Promise<ScoreRules> {
  if (new Set(input.rules.map(({ id }) => id)).size < input.rules.length) {
    throw invalid({ ja: '同じIDの決まりが2つあります。', en: 'Two rules share one id.' }, 'rules');
  }
  return inTransaction({ context }, async (inner) => {
    const newest = await readScoreRules({ context: inner });
    if (newest.revision !== input.basedOn) throw changedMeanwhile();
    const saved: ScoreRules = {
      revision: newest.revision + 1,
      windowDays: input.windowDays,
      hotAt: input.hotAt,
      rules: asScoreRules(input),
    };
    const userId = context.actor.kind === 'user' ? context.actor.id : null;
    const stored = await inner.database
      .insert(scoreRuleSet)
      .values({ ...saved, userId })
      .onConflictDoNothing()
      .returning({ revision: scoreRuleSet.revision });
    if (stored.length === 0) throw changedMeanwhile();
    const line = { action: 'score-rules-saved', subject: 'score-rules', subjectId: String(saved.revision) } as const;
    await writeAudit({ context: inner, line });
    return saved;
  });
}

/** Rules that passed `scoreRulesInput`, as the core's type: ids of mails are UUIDs. */
export function asScoreRules(input: ScoreRulesInput): readonly ScoreRule[] {
  return input.rules as unknown as readonly ScoreRule[];
}

function changedMeanwhile() {
  return conflict({
    ja: 'ほかの人が先に点数の決まりを変えました。読み込み直してから、もう一度変えてください。',
    en: 'Someone else has changed the rules meanwhile. Reload, then make your change again.',
  });
}
