import type { UrlPattern } from '../../event/event-pattern.ts';
import { matchesUrl } from '../../event/matches-url.ts';
import type { ConfigPath } from '../../graph/described-node.ts';
import { isJsonObject, type Json } from '../../json.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Where visits have been counted, a page that nobody has seen is likely mistyped: what asks for it would never come
 * true. A page may be new, so it is only a warning.
 */
export const pageUnseen: Rule = ({ graph: { settings }, nodes, surroundings: { pages = [] } }) => {
  if (pages.length === 0) return [];
  const known = new Map<string, boolean>();
  const isSeen = (pattern: UrlPattern) => {
    const key = `${pattern.match} ${pattern.value}`;
    const seen = known.get(key) ?? pages.some((url) => matchesUrl({ pattern, url }));
    known.set(key, seen);
    return seen;
  };
  const find = (value: unknown) =>
    // Settings hold plain data, whatever their types promise.
    listPatterns({ value: value as Json, path: [] }).flatMap(({ pattern, path }): readonly Finding[] =>
      isSeen(pattern) ? [] : [{ severity: 'warning', path, ...word(pattern) }],
    );
  return [
    ...find(settings),
    ...nodes.flatMap(({ node }) => find(node.config).map((one) => ({ ...one, node: node.id }))),
  ];
};

interface PlacedPattern {
  readonly pattern: UrlPattern;
  /** The field that shows it: of a condition, the whole of what was done. */
  readonly path: ConfigPath;
}

/** Every page pattern in a piece of settings, however deep: they all stand under "url". */
function listPatterns({ value, path }: { value: Json; path: ConfigPath }): readonly PlacedPattern[] {
  if (Array.isArray(value)) {
    return value.flatMap((inner: Json, index) => listPatterns({ value: inner, path: [...path, index] }));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly PlacedPattern[] => {
    const at = [...path, key];
    if (inner === undefined) return [];
    if (key !== 'url' || !isUrlPattern(inner)) return listPatterns({ value: inner, path: at });
    return [{ pattern: inner, path: path.at(-1) === 'pattern' ? path : at }];
  });
}

function isUrlPattern(value: Json): value is Json & UrlPattern {
  if (!isJsonObject(value) || typeof value.value !== 'string' || value.value.trim() === '') return false;
  return value.match === 'exact' || value.match === 'prefix' || value.match === 'pattern';
}

function word({ value }: UrlPattern): Pick<Finding, 'message' | 'mend'> {
  return {
    message: { ja: 'このページの閲覧がまだありません', en: 'No visits to this page so far' },
    mend: {
      ja: `「${value}」にあてはまるページは、まだ一度も見られていません。アドレスと比べ方を確かめてください。`,
      en: `No page seen so far matches ${value}. Check the address and how it is compared.`,
    },
  };
}
