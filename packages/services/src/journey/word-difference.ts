import type { NodeDifference } from '@sodate/journey/edit/compare-graphs';
import type { GraphNode } from '@sodate/journey/graph/graph';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import { sameText, type Text } from '@sodate/journey/text';
import type { Context } from '../context.ts';
import { calledOf, titleOf } from './describe-graph.ts';
import type { RewrittenMail } from './find-rewritten-mails.ts';
import type { Side } from './read-difference.ts';
import { withRewritten } from './with-rewritten.ts';
import { wordChangedSettings } from './word-changed-settings.ts';

/** One thing about a node that is not what it was. */
export type ChangedLine =
  | { readonly kind: 'name'; readonly before: Text; readonly after: Text }
  /** The line of settings on the card. */
  | { readonly kind: 'summary'; readonly before: Text; readonly after: Text }
  /** A setting whose change neither the card nor words show. */
  | { readonly kind: 'field'; readonly title: Text }
  /** Such a setting in words; null: not set. */
  | { readonly kind: 'words'; readonly title: Text; readonly before: Text | null; readonly after: Text | null }
  /** Its mail was written anew; the subjects where they differ. */
  | {
      readonly kind: 'mail';
      readonly name: string;
      readonly subject: { readonly before: string; readonly after: string } | null;
    }
  /** An outcome that leads elsewhere; null: nowhere. */
  | { readonly kind: 'way'; readonly outcome: Text; readonly before: Text | null; readonly after: Text | null };

export interface WordedChange {
  readonly node: NodeId;
  readonly type: string;
  readonly title: Text;
  readonly kind: NodeDifference['kind'];
  readonly lines: readonly ChangedLine[];
}

interface Compared {
  readonly nodeTypes: Context['nodeTypes'];
  readonly surroundings: Surroundings;
  readonly before: Side;
  readonly after: Side;
  readonly rewritten: ReadonlyMap<NodeId, RewrittenMail>;
}

/** Differences in words: names and settings before and after, outcomes by their labels. */
export function wordDifference({ nodes, ...compared }: Compared & { nodes: readonly NodeDifference[] }) {
  const { nodeTypes, before, after } = compared;
  return withRewritten({ ...compared, nodes }).flatMap((difference): WordedChange[] => {
    const node = after.graph.nodes[difference.node] ?? before.graph.nodes[difference.node];
    if (node === undefined) return [];
    const { id, type } = node;
    const summary = (after.graph.nodes[id] === undefined ? before : after).summaries[id];
    const title = calledOf({ node, catalog: nodeTypes.catalog, summary });
    const lines = difference.kind === 'changed' ? linesOf({ ...compared, difference, node }) : [];
    return [{ node: id, type, title, kind: difference.kind, lines }];
  });
}

type OfNode = Compared & { readonly difference: NodeDifference; readonly node: GraphNode };

function linesOf(given: OfNode): readonly ChangedLine[] {
  const { nodeTypes, before, difference, node } = given;
  const { catalog } = nodeTypes;
  const old = before.graph.nodes[node.id];
  const renamed: ChangedLine[] =
    difference.renamed && old !== undefined
      ? [{ kind: 'name', before: titleOf({ node: old, catalog }), after: titleOf({ node, catalog }) }]
      : [];
  return [...renamed, ...settingLines(given), ...mailLines(given), ...wayLines(given)];
}

/** The card's line where it differs, and the settings whose change it does not tell. */
function settingLines({ nodeTypes, surroundings, before, after, difference, node }: OfNode): readonly ChangedLine[] {
  if (difference.config.length === 0) return [];
  const old = before.summaries[node.id] ?? sameText('');
  const next = after.summaries[node.id] ?? sameText('');
  const isTold = old.ja !== next.ja && old.ja !== '' && next.ja !== '';
  const changed = wordChangedSettings({
    nodeTypes,
    surroundings,
    keys: difference.config,
    before: before.graph.nodes[node.id],
    after: after.graph.nodes[node.id] ?? node,
  });
  const lines = changed.flatMap(({ title, before: was, after: is }): ChangedLine[] => {
    if (was === null && is === null) return isTold ? [] : [{ kind: 'field', title }];
    if (isTold && old.ja.includes(was?.ja ?? '') && next.ja.includes(is?.ja ?? '')) return [];
    return [{ kind: 'words', title, before: was, after: is }];
  });
  return isTold ? [{ kind: 'summary', before: old, after: next }, ...lines] : lines;
}

function mailLines({ rewritten, node }: OfNode): readonly ChangedLine[] {
  const found = rewritten.get(node.id);
  if (found === undefined) return [];
  const { before, after } = found;
  const subject = before.subject === after.subject ? null : { before: before.subject, after: after.subject };
  return [{ kind: 'mail', name: after.name, subject }];
}

function wayLines({ nodeTypes, before, after, difference, node }: OfNode): readonly ChangedLine[] {
  const { catalog } = nodeTypes;
  const outcomes = [node, before.graph.nodes[node.id]].flatMap((one) =>
    one === undefined ? [] : (catalog.get(one.type)?.outcomes(one.config) ?? []),
  );
  const titleIn = (side: Side, id: NodeId | undefined): Text | null => {
    const target = id === undefined ? undefined : side.graph.nodes[id];
    return target === undefined ? null : calledOf({ node: target, catalog, summary: side.summaries[target.id] });
  };
  return difference.ways.map((way) => ({
    kind: 'way',
    outcome: outcomes.find(({ id }) => id === way.outcome)?.label ?? sameText(way.outcome),
    before: titleIn(before, way.before),
    after: titleIn(after, way.after),
  }));
}
