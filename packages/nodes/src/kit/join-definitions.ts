import type { Text } from '@sodate/journey/text';
import { builtIn } from '../built-in.ts';
import type { CustomNodes } from './custom-nodes.ts';
import type { NodeDefinition } from './define-node.ts';
import { findDefinitionFault } from './find-definition-fault.ts';

function nameTaken(type: string): Text {
  return {
    ja: `「${type}」という種類のノードは、もうあります。別の名前にしてください。`,
    en: `a node type named "${type}" exists already: choose another name`,
  };
}

/** The built-in node types and the custom ones. A custom type whose name is taken, or
 * that the editor could not draw, is broken; the one before it stays. */
export function joinDefinitions(custom: CustomNodes): CustomNodes {
  const definitions = new Map<string, NodeDefinition>(builtIn.map((one) => [one.contract.type, one]));
  const broken = [...custom.broken];
  for (const definition of custom.definitions) {
    const { type } = definition.contract;
    const fault = findDefinitionFault(definition);
    const name = definition.from ?? String(type);
    if (definitions.has(type)) {
      broken.push({ name, error: nameTaken(type) });
    } else if (fault !== undefined) {
      broken.push({ name, error: fault });
    } else {
      definitions.set(type, { ...definition, described: { ...definition.described, custom: true } });
    }
  }
  return { definitions: [...definitions.values()], broken };
}
