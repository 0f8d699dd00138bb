import { type CustomNodes, noCustomNodes } from './custom-nodes.ts';
import { joinDefinitions } from './join-definitions.ts';
import type { NodeTypes } from './node-types.ts';

/**
 * All node types without effects: enough to draw, validate and compile. `custom` comes from `loadCustomNodes`.
 * Where journeys run, `loadNodeTypesWithEffects` is needed.
 */
export function loadNodeTypes({ custom = noCustomNodes }: { custom?: CustomNodes } = {}): NodeTypes {
  const { definitions, broken, faulty } = joinDefinitions(custom);
  return {
    catalog: new Map(definitions.map(({ contract }) => [contract.type, contract])),
    described: definitions.map(({ described }) => described),
    effects: new Map(),
    broken: [...broken, ...faulty.values()],
    doubtful: [],
  };
}
