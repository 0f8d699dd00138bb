import type { Condition } from '@sodate/journey/condition/condition';
import type { Graph, Reentry } from '@sodate/journey/graph/graph';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { asJson } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { wordAsked } from '@sodate/nodes/kit/word-asked';
import { unset } from '@sodate/nodes/kit/word-settings';

/** What holds for a journey as a whole, its conditions in words. */
export interface ToldRules {
  readonly reentry: Reentry;
  /** Null: the organisation's. */
  readonly zone: string | null;
  /** Null: anybody may enter. */
  readonly audience: Text | null;
  readonly exits: readonly { readonly title: string; readonly condition: Text }[];
  readonly visitLimit: number;
}

export function tellRules({ graph, surroundings }: { graph: Graph; surroundings: Surroundings }): ToldRules {
  const { reentry, zone, audience, exits, visitLimit } = graph.settings;
  const tell = (condition: Condition) => wordAsked({ value: asJson(condition), surroundings }) ?? unset;
  return {
    reentry,
    zone: zone ?? null,
    audience: audience === undefined ? null : tell(audience),
    exits: exits.map(({ title, condition }) => ({ title, condition: tell(condition) })),
    visitLimit,
  };
}

const ruleNames = [
  'audience',
  'reentry',
  'exits',
  'zone',
  'visitLimit',
] as const satisfies readonly (keyof ToldRules)[];

/** What of a journey's rules differs, and all of them on either side. */
export interface ChangedRules {
  readonly changed: readonly (keyof ToldRules)[];
  readonly before: ToldRules;
  readonly after: ToldRules;
}

export function tellChangedRules({
  before,
  after,
  settings,
  surroundings,
}: {
  before: Graph;
  after: Graph;
  /** First keys of the settings that differ, from `compareGraphs`. */
  settings: readonly string[];
  surroundings: Surroundings;
}): ChangedRules {
  return {
    changed: ruleNames.filter((rule) => settings.includes(rule)),
    before: tellRules({ graph: before, surroundings }),
    after: tellRules({ graph: after, surroundings }),
  };
}
