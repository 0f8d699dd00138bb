const key = 'sodate.recent-node-types';
const mostKept = 4;

/** The node types chosen lately from the palette come first, the latest of all at the top; the others keep their order. */
export function recentFirst<Type extends { readonly type: string }>(types: readonly Type[]): readonly Type[] {
  const recent = read();
  const lately = recent.flatMap((name) => types.find(({ type }) => type === name) ?? []);
  return [...lately, ...types.filter(({ type }) => !recent.includes(type))];
}

/** Node types without an exit come behind all others. */
export function endingLast<Type extends { readonly outcomes: readonly unknown[] }>(
  types: readonly Type[],
): readonly Type[] {
  const ends = ({ outcomes }: Type) => outcomes.length === 0;
  return [...types.filter((type) => !ends(type)), ...types.filter(ends)];
}

export function rememberRecent(type: string): void {
  try {
    const recent = [type, ...read().filter((name) => name !== type)].slice(0, mostKept);
    localStorage.setItem(key, JSON.stringify(recent));
  } catch {
    // Without storage the palette keeps its usual order.
  }
}

function read(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
