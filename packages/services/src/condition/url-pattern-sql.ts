import type { UrlPattern } from '@sodate/journey/event/event-pattern';
import { type SQL, sql } from 'drizzle-orm';
import { escapeLike, wildcardToLike } from './escape-like.ts';

/** The SQL twin of `matchesUrl`, over a row `t` of `thing` (a page or a link). */
export function urlPatternSql(pattern: UrlPattern): SQL {
  const value = withoutTrailingSlashes(withoutScheme(pattern.value));
  const subject = pattern.value.startsWith('/') ? sql`rtrim(coalesce(t.path, ''), '/')` : sql`rtrim(t.key, '/')`;
  if (pattern.match === 'exact') return sql`${subject} = ${value}`;
  const like = pattern.match === 'prefix' ? `${escapeLike(value)}%` : wildcardToLike(value);
  return sql`${subject} like ${like}`;
}

function withoutScheme(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[?#].*$/s, '');
}

function withoutTrailingSlashes(text: string): string {
  return text.replace(/\/+$/, '');
}
