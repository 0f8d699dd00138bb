import type { DescribedNode } from '../graph/described-node.ts';
import type { Outcome } from '../graph/node-contract.ts';
import { resolveOutcomes } from '../graph/resolve-outcomes.ts';
import type { JsonObject } from '../json.ts';

/** All that editing asks of node types. A `NodeCatalog` is one. */
export interface OutcomeCatalog {
  get(type: string): { outcomes(config: JsonObject): readonly Outcome[] } | undefined;
}

/** The same from described node types, for the browser: both sides must heal alike. */
export function outcomeCatalogOf({ described }: { described: readonly DescribedNode[] }): OutcomeCatalog {
  return new Map(
    described.map(({ type, outcomes }) => [
      type,
      { outcomes: (config: JsonObject) => resolveOutcomes({ outcomes, config }) },
    ]),
  );
}
