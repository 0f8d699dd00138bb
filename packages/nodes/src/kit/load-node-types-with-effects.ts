import type { Text } from '@sodate/journey/text';
import { type CustomNodes, noCustomNodes } from './custom-nodes.ts';
import type { Effect } from './effect.ts';
import { joinDefinitions } from './join-definitions.ts';
import { loadNodeTypes } from './load-node-types.ts';
import type { NodeTypes } from './node-types.ts';
import { wordFault } from './word-fault.ts';

/**
 * All node types and their effects, for every process that makes hops (events enrol leads in the API too). A type whose
 * effect cannot be loaded is left out and listed as broken: nobody is to publish a node that cannot act.
 */
export async function loadNodeTypesWithEffects({
  custom = noCustomNodes,
}: {
  custom?: CustomNodes;
} = {}): Promise<NodeTypes> {
  const { definitions } = joinDefinitions(custom);
  const nodeTypes = loadNodeTypes({ custom });
  const effects = new Map<string, Effect>();
  const broken = [...nodeTypes.broken];
  const catalog = new Map(nodeTypes.catalog);
  for (const { contract, loadEffect, from } of definitions) {
    if (loadEffect === undefined) continue;
    try {
      effects.set(contract.type, checked(await loadEffect()));
    } catch (error) {
      catalog.delete(contract.type);
      broken.push({ name: from ?? contract.type, error: wordEffectFault(error) });
    }
  }
  const described = nodeTypes.described.filter(({ type }) => catalog.has(type));
  return { catalog, described, effects, broken };
}

function wordEffectFault(error: unknown): Text {
  const { ja, en } = wordFault(error);
  return { ja: `動作（effect）を読み込めません：${ja}`, en: `its effect cannot be loaded: ${en}` };
}

/** What a module gave, whatever its types said: a name that is not exported gives nothing. */
function checked(effect: Effect | undefined): Effect {
  if (effect !== undefined && 'kind' in effect) return effect;
  throw new Error('its module exports no such effect');
}
