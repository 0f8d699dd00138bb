import type { UrlPattern } from '@sodate/journey/event/event-pattern';
import { type SQL, sql } from 'drizzle-orm';
import { escapeLike, wildcardToLike } from './escape-like.ts';

/** The SQL twin of `matchesUrl`, over a row `t` of `thing` (a page or a link, host in lower case, unescaped). */
export function urlPatternSql(pattern: UrlPattern): SQL {
  const subject = sql.raw(pattern.value.startsWith('/') ? `rtrim(coalesce(t.path, ''), '/')` : `rtrim(t.key, '/')`);
  const wanted = normalise(pattern.value);
  if (pattern.match === 'prefix') return sql`${subject} || '/' like ${`${escapeLike(wanted)}%`}`;
  const bare = wanted.replace(/\/+$/, '');
  return pattern.match === 'exact' ? sql`${subject} = ${bare}` : sql`${subject} like ${wildcardToLike(bare)}`;
}

/** Without scheme, query and fragment; the host in lower case, escaped characters as themselves. */
function normalise(url: string): string {
  const bare = url
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[?#].*$/s, '');
  const slash = bare.indexOf('/');
  if (slash < 0) return bare.toLowerCase();
  return bare.slice(0, slash).toLowerCase() + unescaped(bare.slice(slash));
}

function unescaped(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
