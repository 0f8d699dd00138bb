import { isJsonObject, type JsonObject } from '@sodate/journey/json';
import { findLoweringFaults, type LoweringFault } from '@sodate/journey/validate/find-lowering-faults';
import type { NodeDefinition } from './define-node.ts';
import { sampleOf } from './sample-of.ts';

/**
 * What a node type's `lower` names that is not there, seen by a sample config: the initial one, filled up where it is
 * incomplete. Undefined where no sample suits the type: publishing looks at the configs that are drawn.
 */
export function findSampleFaults({
  definition,
  effects,
}: {
  definition: NodeDefinition;
  /** The types that have an effect. */
  effects: ReadonlySet<string>;
}): readonly LoweringFault[] | undefined {
  const { contract } = definition;
  for (const config of sampleConfigs(definition)) {
    try {
      return findLoweringFaults({ contract, config, effects });
    } catch {
      // The schema does not take it, or `lower` itself fails: the next may do.
    }
  }
  return undefined;
}

function sampleConfigs({ described: { initial, schema } }: NodeDefinition): readonly JsonObject[] {
  const filled = sampleOf(schema);
  return isJsonObject(filled) ? [initial, { ...filled, ...initial }, filled] : [initial];
}
