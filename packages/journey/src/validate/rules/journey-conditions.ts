import type { ConfigPath } from '../../graph/described-node.ts';
import type { Json } from '../../json.ts';
import type { Text } from '../../text.ts';
import { checkCondition } from '../check-condition.ts';
import type { Finding, Rule } from '../rule.ts';

const audience: Text = { ja: '対象の条件', en: 'Audience' };

/** The conditions of the journey as a whole, exits and audience, must be complete: they decide for everybody. */
export const journeyConditions: Rule = ({ graph: { settings }, surroundings }) => {
  const check = ({ condition, path, where }: { condition: unknown; path: ConfigPath; where: Text }): Finding[] =>
    // Settings hold plain data, and in a draft perhaps only half of a condition.
    checkCondition({ condition: condition as Json, path, surroundings }).map((problem) => ({
      ...problem,
      mend: { ja: `${where.ja}：${problem.mend.ja}`, en: `${where.en}: ${problem.mend.en}` },
    }));
  const exits = settings.exits.flatMap(({ title, condition }, index) => {
    const named =
      title.trim() === '' ? { ja: '途中で抜ける条件', en: 'Exit' } : { ja: `「${title}」`, en: `“${title}”` };
    return check({ condition, path: ['exits', index, 'condition'], where: named });
  });
  if (settings.audience === undefined) return exits;
  return [...exits, ...check({ condition: settings.audience, path: ['audience'], where: audience })];
};
