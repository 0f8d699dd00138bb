import type { Layout } from './lay-out.ts';
import type { NodeTypeTable } from './outcomes-of.ts';
import type { Box } from './route-stem.ts';

/** The card that a journey begins with: its uppermost trigger, or what is uppermost where there is none in sight. */
export function findFirstCard({ layout, types }: { layout: Layout; types: NodeTypeTable }): Box | undefined {
  const cards = [...layout.cards.values()].toSorted((one, other) => one.box.top - other.box.top);
  const trigger = cards.find(({ node }) => types.get(node.type)?.isTrigger === true);
  return (trigger ?? cards[0])?.box;
}
