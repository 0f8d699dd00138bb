import { scoreRuleSet } from '@sodate/database/schema/lead';
import { statement } from '@sodate/database/statement';
import type { ScoreRules } from '@sodate/journey/score/score-rule';
import { desc } from 'drizzle-orm';
import type { Context } from '../context.ts';

const noRules: ScoreRules = { revision: 0, windowDays: 14, hotAt: 60, rules: [] };

/** The rules that count now: the highest revision; revision 0 without any rule before set-up. */
export async function readScoreRules({ context }: { context: Context }): Promise<ScoreRules> {
  const [newest] = await readNewest({ database: context.database, values: {} });
  if (newest === undefined) return noRules;
  return { revision: newest.revision, windowDays: newest.windowDays, hotAt: newest.hotAt, rules: newest.rules };
}

const readNewest = statement<object>()((database) =>
  database.select().from(scoreRuleSet).orderBy(desc(scoreRuleSet.revision)).limit(1),
);
