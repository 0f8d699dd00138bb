import type { Text } from '@sodate/journey/text';
import { builtIn } from '../built-in.ts';
import type { CustomNodes } from './custom-nodes.ts';
import type { NodeDefinition } from './define-node.ts';
import { findDefinitionFaults } from './find-definition-faults.ts';
import type { BrokenNodeType } from './node-types.ts';

function nameTaken(type: string): Text {
  return {
    ja: `「${type}」という種類のノードは、もうあります。別の名前にしてください。`,
    en: `a node type named "${type}" exists already: choose another name`,
  };
}

interface Joined extends CustomNodes {
  /** Those of them that are broken by what they say of themselves. */
  readonly faulty: ReadonlyMap<NodeDefinition, BrokenNodeType>;
}

/** The built-in node types and the custom ones. A custom type whose name is taken, or
 * that the editor could not draw, is broken; the one before it stays. */
export function joinDefinitions(custom: CustomNodes): Joined {
  const definitions = new Map<string, NodeDefinition>(builtIn.map((one) => [one.contract.type, one]));
  const faulty = new Map<NodeDefinition, BrokenNodeType>();
  for (const definition of custom.definitions) {
    const { type } = definition.contract;
    const errors = [
      ...(definitions.has(type) ? [nameTaken(type)] : []),
      ...definition.faults,
      ...findDefinitionFaults(definition),
    ];
    if (errors.length > 0) faulty.set(definition, { name: definition.from ?? String(type), errors });
    else definitions.set(type, { ...definition, described: { ...definition.described, custom: true } });
  }
  return { definitions: [...definitions.values()], broken: custom.broken, faulty };
}
