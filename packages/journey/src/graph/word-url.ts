import type { UrlPattern } from '../event/event-pattern.ts';

/** A page pattern as short as it can be said in any language: "/price", "/cases/…", "/features/*". */
export function wordUrl({ match, value }: UrlPattern): string {
  const bare = value.replace(/^https?:\/\//, '');
  return match === 'prefix' ? `${bare.replace(/\/+$/, '')}/…` : bare;
}
