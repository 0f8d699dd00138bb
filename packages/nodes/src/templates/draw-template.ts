import { edgeIdOf, emptyGraph, type Graph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import type { Sketch, SketchGiven, Template } from './template.ts';

/** A template's graph, worded in one language. */
export function drawTemplate({ template, ...given }: { template: Template } & SketchGiven): Graph {
  const { language, mails } = given;
  const sketches = template.sketch(given);
  const edges = sketches.flatMap(({ id, to = {} }) =>
    Object.entries(to).map(([outcome, target]) => ({ from: nodeId(id), outcome, to: nodeId(target) })),
  );
  return {
    ...emptyGraph,
    settings: { ...emptyGraph.settings, ...template.settings },
    nodes: Object.fromEntries(sketches.map((sketch) => [nodeId(sketch.id), toNode({ sketch, language, mails })])),
    edges: Object.fromEntries(edges.map((edge) => [edgeIdOf(edge), { id: edgeIdOf(edge), ...edge }])),
    notes: {
      [asId<'note'>('note_start')]: {
        id: asId('note_start'),
        position: { x: -280, y: 0 },
        size: { width: 224, height: noteHeight },
        text: template.start[language],
      },
    },
  };
}

/** Tall enough for the longest start; the hand-offs on the left begin below it. */
const noteHeight = 176;

function nodeId(id: string): NodeId {
  return asId(`n_${id}`);
}

function toNode({
  sketch,
  language,
  mails,
}: {
  sketch: Sketch;
  language: Language;
  mails: SketchGiven['mails'] | undefined;
}): GraphNode {
  const { id, type, title, at, config } = sketch;
  const mail = sketch.mail === undefined ? undefined : mails?.[sketch.mail];
  return {
    id: nodeId(id),
    type,
    revision: 1,
    position: at,
    config: mail === undefined ? config : { ...config, mail },
    ...(title === undefined ? {} : { title: title[language] }),
  };
}
