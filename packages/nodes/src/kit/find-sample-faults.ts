import { isJsonObject, type JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { ContractFault } from '@sodate/journey/validate/contract-fault';
import { findLoweringFaults, type LoweringFault } from '@sodate/journey/validate/find-lowering-faults';
import type { NodeDefinition } from './define-node.ts';
import { sampleOf } from './sample-of.ts';
import { wordFault } from './word-fault.ts';

/** `thrown`: `lower` failed by a config that its own schema takes, or returned what it should not. */
export type SampleFault = LoweringFault | { readonly kind: 'thrown'; readonly said: Text };

/**
 * What a node type's `lower` names that is not there, or why it fails, seen by a sample config: the initial one, filled up
 * where it is incomplete. Undefined where no sample suits the type: publishing looks at the configs that are drawn.
 */
export function findSampleFaults({
  definition,
  effects,
}: {
  definition: NodeDefinition;
  /** The types that have an effect. */
  effects: ReadonlySet<string>;
}): readonly SampleFault[] | undefined {
  const { contract } = definition;
  const config = sampleConfigs(definition).find((sample) => definition.accepts(sample));
  if (config === undefined) return undefined;
  try {
    return findLoweringFaults({ contract, config, effects });
  } catch (error) {
    return [{ kind: 'thrown', said: wordThrown(error) }];
  }
}

function wordThrown(error: unknown): Text {
  if (error instanceof ContractFault) return error.said;
  const { ja, en } = wordFault(error);
  return { ja: `lower が例外を投げました：${ja}`, en: `its lower threw: ${en}` };
}

function sampleConfigs({ described: { initial, schema } }: NodeDefinition): readonly JsonObject[] {
  const filled = sampleOf(schema);
  return isJsonObject(filled) ? [initial, { ...filled, ...initial }, filled] : [initial];
}
