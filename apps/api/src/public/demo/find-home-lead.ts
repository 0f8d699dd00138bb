import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '@sodate/journey/text';
import { readLanguage } from '../../server/read-language.ts';
import { pageAddress } from './layout.ts';

/** Remembers the language in which the site was last read. */
export const languageCookie = 'sodate-demo-language';

/**
 * Where a visit to a home page is led: `?language=` names its language, as links from the product and the menu do;
 * without it `/demo` opens as it was last read, else in the language of the product or the browser. Other parameters
 * stay. Undefined: it is there already.
 */
export function findHomeLead({
  url,
  headers,
  served,
}: {
  url: string;
  headers: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>;
  served: Language;
}): { readonly language: Language; readonly address: string } | undefined {
  const { searchParams } = new URL(url, 'http://localhost');
  const asked = asLanguage(searchParams.get('language'));
  const language = asked ?? (served === 'en' ? served : (findKept(headers) ?? readLanguage(headers)));
  if (asked === undefined && language === served) return undefined;
  searchParams.delete('language');
  const query = searchParams.size === 0 ? '' : `?${searchParams}`;
  return { language, address: `${pageAddress({ language, path: '' })}${query}` };
}

function findKept({ cookie = '' }: Pick<IncomingHttpHeaders, 'cookie'>): Language | undefined {
  const kept = cookie.split('; ').find((one) => one.startsWith(`${languageCookie}=`));
  return asLanguage(kept?.slice(languageCookie.length + 1));
}

function asLanguage(text: string | null | undefined): Language | undefined {
  return text === 'ja' || text === 'en' ? text : undefined;
}
