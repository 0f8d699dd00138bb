import { findCycleMembers } from '../../compile/find-cycle-members.ts';
import type { Rule } from '../rule.ts';

/** Every loop must lead through a node where the lead comes to rest, or it would be run round at once. */
export const loopWithoutRest: Rule = ({ nodes, leaving }) => {
  const restless = nodes.filter(({ contract }) => contract?.rests !== true).map(({ node }) => node.id);
  const among = new Set(restless);
  const successors = new Map(
    restless.map((id) => [id, new Set((leaving.get(id) ?? []).map(({ to }) => to).filter((to) => among.has(to)))]),
  );
  const looping = findCycleMembers(successors);
  return restless
    .filter((id) => looping.has(id))
    .map((id) => ({
      severity: 'error',
      node: id,
      message: { ja: '待たずに回り続けます', en: 'A loop without a wait' },
      mend: {
        ja: 'ここを通る輪の中に「待つ」か「行動を待つ」を入れてください。',
        en: 'Put “Wait” or “Wait for” into the loop that leads through here.',
      },
    }));
};
