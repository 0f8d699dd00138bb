import type { Problem } from '@sodate/journey/validate/problem';

/**
 * The part of the open inspector that a problem is about: the exit, or the field, as deep in a list or in a condition as
 * the form tells apart. Each such part is marked with its path below the one around it.
 */
export function findPlace({
  inspector,
  place: { path = [], outcome },
}: {
  inspector: Element;
  place: Pick<Problem, 'path' | 'outcome'>;
}): Element | undefined {
  if (outcome !== undefined) return inspector.querySelector(`[data-exit="${CSS.escape(outcome)}"]`) ?? undefined;
  return findBelow({ part: inspector, path });
}

function findBelow({ part, path }: { part: Element; path: readonly (string | number)[] }): Element | undefined {
  for (let length = path.length; length > 0; length--) {
    const own = path.slice(0, length).join('/');
    const found = part.querySelector(`[data-field="${CSS.escape(own)}"]`);
    if (found !== null) return findBelow({ part: found, path: path.slice(length) }) ?? found;
  }
  return undefined;
}
