import type { DescribedNode } from '@sodate/journey/graph/described-node';
import { foldText } from './fold-text.ts';

/** Node types that a search finds, the best first: by title, then by other words, then by what they are for. */
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
  const titles = [described.title.ja, described.title.en].map(foldText);
  if (titles.some((title) => title.startsWith(wanted))) return 0;
  if (titles.some((title) => title.includes(wanted))) return 1;
  if (described.keywords.some((word) => foldText(word).includes(wanted))) return 2;
  const about = [described.description.ja, described.description.en, described.type].map(foldText);
  return about.some((words) => words.includes(wanted)) ? 3 : missed;
}
