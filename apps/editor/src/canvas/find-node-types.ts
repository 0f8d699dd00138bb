import type { DescribedNode } from '@sodate/journey/graph/described-node';
import { foldText } from './fold-text.ts';

/** Node types that a search finds, the best first: by what they are called, then by other words, then by what they are for. */
export function findNodeTypes({
  types,
  query,
}: {
  types: readonly DescribedNode[];
  query: string;
}): readonly DescribedNode[] {
  const wanted = foldText(query);
  if (wanted === '') return types;
  return types
    .map((described, order) => ({ described, order, rank: rankOf({ described, wanted }) }))
    .filter(({ rank }) => rank < missed)
    .sort((one, other) => one.rank - other.rank || one.order - other.order)
    .map(({ described }) => described);
}

const missed = 9;

function rankOf({ described, wanted }: { described: DescribedNode; wanted: string }): number {
  const { title, short = title, keywords, description, type } = described;
  const names = [title.ja, title.en, short.ja, short.en].map(foldText);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  if (keywords.some((word) => foldText(word).includes(wanted))) return 2;
  const about = [description.ja, description.en, type].map(foldText);
  return about.some((words) => words.includes(wanted)) ? 3 : missed;
}
