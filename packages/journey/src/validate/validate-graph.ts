import type { Graph } from '../graph/graph.ts';
import type { NodeCatalog, Surroundings } from '../graph/node-contract.ts';
import type { Problem } from './problem.ts';
import { rules } from './rules.ts';
import { surveyGraph } from './survey.ts';

/**
 * All that is wrong with a graph, in the order of the rules and of the nodes on the canvas; the same for the same graph.
 * A journey with an error cannot be published. `surroundings.nodes` is filled in from the graph.
 */
export function validateGraph(given: {
  readonly graph: Graph;
  readonly catalog: NodeCatalog;
  readonly surroundings: Surroundings;
}): readonly Problem[] {
  const survey = surveyGraph(given);
  return Object.entries(rules).flatMap(([name, rule]) => rule(survey).map((finding) => ({ rule: name, ...finding })));
}
