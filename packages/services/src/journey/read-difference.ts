import { compareGraphs } from '@sodate/journey/edit/compare-graphs';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { describeGraph, surroundingsOf } from './describe-graph.ts';
import { findRewrittenMails } from './find-rewritten-mails.ts';
import { journeyInput } from './journey-input.ts';
import { readPins } from './read-pins.ts';
import { readSide, sideInput } from './read-side.ts';
import { readSurroundings } from './read-surroundings.ts';
import { type ChangedRules, tellChangedRules } from './tell-rules.ts';
import { type WordedChange, wordDifference } from './word-difference.ts';

/** What stood before the first version is compared as nothing. */
export const comparedSide = z.union([sideInput, z.literal('nothing')]);

export const differenceInput = journeyInput.extend({ before: comparedSide, after: comparedSide });

export interface Side {
  readonly graph: Graph;
  readonly summaries: Readonly<Record<NodeId, Text>>;
}

export interface JourneyDifference {
  readonly before: Side;
  readonly after: Side;
  readonly changes: readonly WordedChange[];
  readonly rules: ChangedRules;
}

/** What differs between two versions, a version and the draft, or one of them and nothing. @throws RequestError 'not-found'. */
export async function readDifference({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof differenceInput>;
}): Promise<JourneyDifference> {
  const { journey } = input;
  const outside = await readSurroundings({ context });
  const { catalog } = context.nodeTypes;
  const sideOf = async (side: z.output<typeof comparedSide>): Promise<Side> => {
    const graph = side === 'nothing' ? emptyGraph : await readSide({ context, journey, side });
    return { graph, summaries: describeGraph({ graph, catalog, outside }).summaries };
  };
  const before = await sideOf(input.before);
  const after = await sideOf(input.after);
  const { nodes, settings } = compareGraphs({ before: before.graph, after: after.graph });
  const pinsOf = async (side: z.output<typeof comparedSide>) =>
    side === 'nothing' ? {} : await readPins({ context, journey, side });
  const rewritten = await findRewrittenMails({
    context,
    before: { graph: before.graph, pins: await pinsOf(input.before) },
    after: { graph: after.graph, pins: await pinsOf(input.after) },
  });
  const { nodeTypes } = context;
  const surroundings = surroundingsOf({ graph: after.graph, catalog, outside });
  return {
    before,
    after,
    rules: tellChangedRules({ before: before.graph, after: after.graph, settings, surroundings }),
    changes: wordDifference({ nodeTypes, surroundings, before, after, nodes, rewritten }),
  };
}
