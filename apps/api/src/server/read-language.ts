import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '@sodate/journey/text';

/** What was chosen on that machine, which apps/editor/src/language/language.ts remembers in a cookie; else what its browser asks for. */
export function readLanguage({
  cookie = '',
  'accept-language': accepted = '',
}: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>): Language {
  const [, chosen] = /(?:^|; )sodate-language=(ja|en)(?:;|$)/.exec(cookie) ?? [];
  if (chosen !== undefined) return chosen as Language;
  return /^\s*ja/i.test(accepted) ? 'ja' : 'en';
}
