import type { Command } from '@sodate/journey/edit/command';
import type { Graph, JourneySettings } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Json } from '@sodate/journey/json';

const settings = [
  'zone',
  'reentry',
  'exits',
  'audience',
  'visitLimit',
] as const satisfies readonly (keyof JourneySettings)[];

/** One step, which can be taken back, that makes the draft what is published. Notes stay: they are no part of its course. */
export function planDiscard({ graph, live }: { graph: Graph; live: Graph }): Command {
  const drawn = Object.keys(graph.nodes) as NodeId[];
  const groups = Object.values(live.groups).map((group): Command => ({ kind: 'put-group', group }));
  return {
    kind: 'batch',
    commands: [
      // Their edges go with them, and the groups that they leave empty.
      { kind: 'remove-nodes', nodes: drawn, heal: false },
      { kind: 'paste', nodes: Object.values(live.nodes), edges: Object.values(live.edges).map(endsOf) },
      ...groups,
      ...settings.map((key): Command => {
        const value = asJson(live.settings[key]);
        return { kind: 'set-setting', path: [key], ...(value === undefined ? {} : { value }) };
      }),
    ],
  };
}

function endsOf({ from, outcome, to }: Graph['edges'][keyof Graph['edges']]) {
  return { from, outcome, to };
}

/** Settings hold plain data only, but their types have no index signature. */
function asJson(value: JourneySettings[keyof JourneySettings]): Json | undefined {
  return value as Json | undefined;
}
