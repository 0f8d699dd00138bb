import type { Text } from '@sodate/journey/text';
import type { LoweringFault } from '@sodate/journey/validate/find-lowering-faults';
import { type CustomNodes, noCustomNodes } from './custom-nodes.ts';
import type { Effect } from './effect.ts';
import { findSampleFaults } from './find-sample-faults.ts';
import { joinDefinitions } from './join-definitions.ts';
import { loadNodeTypes } from './load-node-types.ts';
import type { NodeTypes } from './node-types.ts';
import { wordFault } from './word-fault.ts';

/**
 * All node types and their effects, for every process that makes hops (events enrol leads in the API too). A type whose
 * effect cannot be loaded, or that names one that nobody has, is left out and listed as broken: nobody is to publish a
 * node that cannot act. What was published before goes on by the effects that are there.
 */
export async function loadNodeTypesWithEffects({
  custom = noCustomNodes,
}: {
  custom?: CustomNodes;
} = {}): Promise<NodeTypes> {
  const { definitions, broken, faulty } = joinDefinitions(custom);
  const { described, catalog: drawn } = loadNodeTypes({ custom });
  const effects = new Map<string, Effect>();
  const catalog = new Map(drawn);
  const leftOut = new Map(faulty);
  // One that is broken already is tried as well: whoever mends it wants to hear of everything at once.
  for (const definition of [...definitions, ...faulty.keys()]) {
    const { contract, loadEffect, from } = definition;
    if (loadEffect === undefined) continue;
    try {
      const effect = checked(await loadEffect());
      if (!faulty.has(definition)) effects.set(contract.type, effect);
    } catch (error) {
      if (!faulty.has(definition)) catalog.delete(contract.type);
      const { name, errors } = leftOut.get(definition) ?? { name: from ?? contract.type, errors: [] };
      leftOut.set(definition, { name, errors: [...errors, wordEffectFault(error)] });
    }
  }
  const names = new Set(effects.keys());
  for (const definition of custom.definitions) {
    const { contract, from } = definition;
    // Of two types of one name, the first is in the catalog.
    if (catalog.get(contract.type) !== contract) continue;
    // An exit that leads nowhere is told where it is drawn: its nodes may well go on by the others.
    const faults = (findSampleFaults({ definition, effects: names }) ?? []).filter(({ kind }) => kind === 'effect');
    if (faults.length === 0) continue;
    catalog.delete(contract.type);
    leftOut.set(definition, { name: from ?? contract.type, errors: faults.map(wordMissingEffect) });
  }
  return {
    catalog,
    described: described.filter(({ type }) => catalog.has(type)),
    effects,
    broken: [...broken, ...leftOut.values()],
  };
}

function wordEffectFault(error: unknown): Text {
  const { ja, en } = wordFault(error);
  return { ja: `動作（effect）を読み込めません：${ja}`, en: `its effect cannot be loaded: ${en}` };
}

function wordMissingEffect({ name }: LoweringFault): Text {
  return {
    ja: `lower が呼ぶ動作（effect）「${name}」は、どの種類にもありません。`,
    en: `its lower calls the effect "${name}", which no node type has`,
  };
}

/** What a module gave, whatever its types said: a name that is not exported gives nothing. */
function checked(effect: Effect | undefined): Effect {
  if (effect !== undefined && 'kind' in effect) return effect;
  throw new Error('its module exports no such effect');
}
