import type { Text } from '@sodate/journey/text';
import { ContractFault } from '@sodate/journey/validate/contract-fault';
import { assertEffect } from './assert-effect.ts';
import { type CustomNodes, noCustomNodes } from './custom-nodes.ts';
import type { NodeDefinition } from './define-node.ts';
import type { Effect } from './effect.ts';
import { findSampleFaults } from './find-sample-faults.ts';
import { joinDefinitions } from './join-definitions.ts';
import { loadNodeTypes } from './load-node-types.ts';
import type { BrokenNodeType, NodeTypes } from './node-types.ts';
import { wordFault } from './word-fault.ts';
import { wordSampleFault } from './word-sample-fault.ts';

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
  const leaveOut = ({ definition, errors }: { definition: NodeDefinition; errors: readonly Text[] }) => {
    const { contract, from } = definition;
    // Of two types of one name, the first stays.
    if (catalog.get(contract.type) === contract) catalog.delete(contract.type);
    const { name, errors: before } = leftOut.get(definition) ?? { name: from ?? String(contract.type), errors: [] };
    leftOut.set(definition, { name, errors: [...before, ...errors] });
  };
  // One that is broken already is tried as well: whoever mends it wants to hear of everything at once.
  const tried = [...definitions, ...faulty.keys()];
  for (const definition of tried) {
    const { contract, loadEffect } = definition;
    if (loadEffect === undefined) continue;
    try {
      const effect = assertEffect(await loadEffect());
      if (!faulty.has(definition)) effects.set(contract.type, effect);
    } catch (error) {
      leaveOut({ definition, errors: [wordEffectFault(error)] });
    }
  }
  // One that could not be loaded is told of by itself, not once more as one that nobody has.
  const names = new Set(tried.flatMap(({ contract, loadEffect }) => (loadEffect === undefined ? [] : contract.type)));
  const doubtful: BrokenNodeType[] = [];
  for (const definition of tried.filter((one) => one.described.custom || faulty.has(one))) {
    const faults = findSampleFaults({ definition, effects: names }) ?? [];
    // What stands in for a part that is wrong would be found faulty itself.
    const told = faulty.has(definition) ? faults.filter(({ kind }) => kind === 'effect') : faults;
    if (told.length === 0) continue;
    const errors = told.map(wordSampleFault);
    const isLeftOut = leftOut.has(definition) || told.some(({ kind }) => kind === 'effect');
    if (isLeftOut) leaveOut({ definition, errors });
    // Its nodes may well go on by other exits, or with other settings; those that cannot say so where they are drawn.
    else doubtful.push({ name: definition.from ?? String(definition.contract.type), errors });
  }
  return {
    catalog,
    described: described.filter(({ type }) => catalog.has(type)),
    effects,
    broken: [...broken, ...leftOut.values()],
    doubtful,
  };
}

function wordEffectFault(error: unknown): Text {
  const { ja, en } = error instanceof ContractFault ? error.said : wordFault(error);
  return { ja: `動作（effect）を読み込めません：${ja}`, en: `its effect cannot be loaded: ${en}` };
}
