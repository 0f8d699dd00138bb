import { currentConfig } from '@sodate/journey/graph/current-config';
import type { OutcomePart } from '@sodate/journey/graph/described-node';
import { edgeIdOf, emptyGraph, type Graph, type GraphNode } from '@sodate/journey/graph/graph';
import { listNodes } from '@sodate/journey/graph/list-nodes';
import { wordMailLine } from '@sodate/journey/graph/mail-variables';
import type { Family, Outcome, Surroundings } from '@sodate/journey/graph/node-contract';
import { orderNodes } from '@sodate/journey/graph/order-nodes';
import { summariseNodes } from '@sodate/journey/graph/summarise-nodes';
import type { NodeId } from '@sodate/journey/id';
import { sameText, type Text } from '@sodate/journey/text';
import { type WordedSetting, wordSettings } from '@sodate/nodes/kit/word-settings';
import type { Context } from '../context.ts';
import { calledOf, titleOf } from './describe-graph.ts';
import type { MailWords } from './read-mail-words.ts';
import type { OutsideWorld } from './read-surroundings.ts';
import { type ToldRules, tellRules } from './tell-rules.ts';

/** How a node is drawn where its settings are not told: its exits are said, not made from them. */
export interface NodeLook {
  readonly title: Text;
  readonly family: Family;
  readonly icon: string;
  readonly outcomes: readonly OutcomePart[];
}

/** One node of a journey in words. */
export interface DocumentSection {
  readonly node: NodeId;
  /** From 1, in the order of the flow. */
  readonly number: number;
  readonly title: Text;
  /** In a list, where it has to be told apart from others of its type. */
  readonly called: Text;
  /** The node type's own title, where the node has another. */
  readonly type: Text | null;
  readonly family: Family;
  readonly icon: string;
  /** What a node of this type does, in a sentence; null where the type is not installed. */
  readonly does: Text | null;
  readonly summary: Text;
  readonly settings: readonly WordedSetting[];
  /** With the names of the fields that are filled in for each reader. */
  readonly mail: { readonly name: string; readonly subject: Text; readonly preview: Text } | null;
  /** Where each outcome leads, by the number of the section; null: nowhere. */
  readonly ways: readonly { readonly label: Text; readonly to: number | null }[];
}

/** A journey to be read without the editor: its picture, and each node in words. Holds no settings as data. */
export interface JourneyDocument {
  /** Nodes stand for types of their own, looked up in `looks`; their configs are empty. */
  readonly graph: Graph;
  readonly looks: Readonly<Record<string, NodeLook>>;
  readonly summaries: Readonly<Record<NodeId, Text>>;
  readonly sections: readonly DocumentSection[];
  readonly rules: ToldRules;
}

interface Told {
  readonly graph: Graph;
  readonly nodeTypes: Context['nodeTypes'];
  readonly outside: OutsideWorld;
  /** What the sending nodes send. */
  readonly mails: ReadonlyMap<NodeId, MailWords>;
}

/** Pure; node types that are not installed are told by their names and ways. */
export function describeDocument({ graph, nodeTypes, outside, mails }: Told): JourneyDocument {
  const { catalog } = nodeTypes;
  const surroundings: Surroundings = { ...outside, nodes: listNodes({ graph, catalog, mails: outside.mails }) };
  const summaries = summariseNodes({ graph, catalog, surroundings });
  const order = orderNodes({ graph, catalog });
  const numbers = new Map(order.map((id, index) => [id, index + 1]));
  const told = { graph, nodeTypes, surroundings, summaries, numbers, mails };
  const sections = order.flatMap((id) => {
    const node = graph.nodes[id];
    return node === undefined ? [] : [tellNode({ ...told, node })];
  });
  return {
    graph: withoutSettings(graph),
    looks: Object.fromEntries(Object.values(graph.nodes).map((node) => [node.id, lookOf({ ...told, node })])),
    summaries,
    sections,
    rules: tellRules({ graph, surroundings }),
  };
}

interface OneNode {
  readonly node: GraphNode;
  readonly graph: Graph;
  readonly nodeTypes: Context['nodeTypes'];
}

function tellNode({
  surroundings,
  summaries,
  numbers,
  mails,
  ...one
}: OneNode & {
  surroundings: Surroundings;
  summaries: JourneyDocument['summaries'];
  numbers: ReadonlyMap<NodeId, number>;
  mails: Told['mails'];
}): DocumentSection {
  const { node, graph, nodeTypes } = one;
  const { title, family, icon } = lookOf(one);
  const described = nodeTypes.described.find(({ type }) => type === node.type);
  const fields = described?.fields ?? [];
  const mail = mails.get(node.id);
  return {
    node: node.id,
    number: numbers.get(node.id) ?? 0,
    title: titleOf({ node, catalog: nodeTypes.catalog }),
    called: calledOf({ node, catalog: nodeTypes.catalog, summary: summaries[node.id] }),
    type: node.title === undefined ? null : title,
    family,
    icon,
    does: described?.description ?? null,
    summary: summaries[node.id] ?? sameText(''),
    settings: wordSettings({ fields, config: configOf(one), surroundings }),
    mail: mail === undefined ? null : tellMail({ mail, surroundings }),
    ways: outcomesOf(one).flatMap(({ id, label, optional }) => {
      const to = graph.edges[edgeIdOf({ from: node.id, outcome: id })]?.to;
      if (to === undefined && optional === true) return [];
      return [{ label, to: to === undefined ? null : (numbers.get(to) ?? null) }];
    }),
  };
}

function tellMail({ mail, surroundings: { attributes } }: { mail: MailWords; surroundings: Surroundings }) {
  const word = (line: string) => wordMailLine({ line, attributes });
  return { name: mail.name, subject: word(mail.subject), preview: word(mail.preview) };
}

const unknownIcon = 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z';

function lookOf(one: OneNode): NodeLook {
  const { node, nodeTypes } = one;
  const described = nodeTypes.described.find(({ type }) => type === node.type);
  return {
    title: described?.title ?? sameText(node.type),
    family: described?.family ?? 'data',
    icon: described?.icon ?? unknownIcon,
    outcomes: outcomesOf(one).map((outcome) => ({ kind: 'fixed', ...outcome })),
  };
}

/** A type that is not installed keeps the exits that are connected. */
function outcomesOf(one: OneNode): readonly Outcome[] {
  const { node, graph, nodeTypes } = one;
  const contract = nodeTypes.catalog.get(node.type);
  if (contract !== undefined) return contract.outcomes(configOf(one));
  return Object.values(graph.edges)
    .filter(({ from }) => from === node.id)
    .map(({ outcome }) => ({ id: outcome, label: sameText(outcome) }));
}

function configOf({ node, nodeTypes }: OneNode) {
  const contract = nodeTypes.catalog.get(node.type);
  return contract === undefined ? node.config : currentConfig({ node, contract });
}

/** Ids of people, mails and calendars stand in configs and conditions: none of them is needed to draw. */
function withoutSettings(graph: Graph): Graph {
  const nodes = Object.values(graph.nodes).map((node) => ({ ...node, type: node.id, config: {} }));
  return {
    ...graph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    settings: emptyGraph.settings,
  };
}
