import type { DescribedNode } from '@sodate/journey/graph/described-node';

/** Node types that a search finds, the best first: by title, then by other words, then by what they are for. */
export function findNodeTypes({
  types,
  query,
}: {
  types: readonly DescribedNode[];
  query: string;
}): readonly DescribedNode[] {
  const wanted = fold(query);
  if (wanted === '') return types;
  return types
    .map((described, order) => ({ described, order, rank: rankOf({ described, wanted }) }))
    .filter(({ rank }) => rank < missed)
    .sort((one, other) => one.rank - other.rank || one.order - other.order)
    .map(({ described }) => described);
}

const missed = 9;

function rankOf({ described, wanted }: { described: DescribedNode; wanted: string }): number {
  const titles = [described.title.ja, described.title.en].map(fold);
  if (titles.some((title) => title.startsWith(wanted))) return 0;
  if (titles.some((title) => title.includes(wanted))) return 1;
  if (described.keywords.some((word) => fold(word).includes(wanted))) return 2;
  const about = [described.description.ja, described.description.en, described.type].map(fold);
  return about.some((words) => words.includes(wanted)) ? 3 : missed;
}

/** Case, width (全角・半角) and hiragana against katakana do not matter. */
function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  return plain.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
