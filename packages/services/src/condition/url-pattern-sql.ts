import type { UrlPattern } from '@sodate/journey/event/event-pattern';
import { splitAddress } from '@sodate/journey/event/split-address';
import { type SQL, sql } from 'drizzle-orm';
import { escapeLike, wildcardToLike } from './escape-like.ts';

/** The SQL twin of `matchesUrl`, over a row `t` of `thing` (a page or a link, host in lower case, unescaped). */
export function urlPatternSql(pattern: UrlPattern): SQL {
  const subject = sql.raw(pattern.value.startsWith('/') ? `rtrim(t.path, '/')` : `rtrim(t.key, '/')`);
  const { host, path } = splitAddress(pattern.value);
  const wanted = host + path;
  if (pattern.match === 'prefix') return sql`${subject} || '/' like ${`${escapeLike(wanted)}%`}`;
  const bare = wanted.replace(/\/+$/, '');
  return pattern.match === 'exact' ? sql`${subject} = ${bare}` : sql`${subject} like ${wildcardToLike(bare)}`;
}
