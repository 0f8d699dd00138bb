import type { FirstTouch } from '@sodate/database/schema/lead';
import { formatInstant } from '@sodate/journey/time/instant';
import { cleanText, cutText } from '../as-storable.ts';
import type { Message } from './message.ts';

/** Search engines and the parameter that holds what was asked; most no longer pass it on. */
const searchEngines: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(^|\.)google\./, ['q']],
  [/(^|\.)bing\.com$/, ['q']],
  [/(^|\.)yahoo\./, ['p', 'q']],
  [/(^|\.)duckduckgo\.com$/, ['q']],
  [/(^|\.)baidu\.com$/, ['wd', 'word']],
  [/(^|\.)naver\.com$/, ['query']],
  [/(^|\.)(ecosia\.org|goo\.ne\.jp|biglobe\.ne\.jp|nifty\.com)$/, ['q', 'MT']],
];

const campaignParts = ['source', 'medium', 'name', 'term', 'content'] as const;

type Campaign = Partial<Record<(typeof campaignParts)[number], string>>;

/** How a visitor came, told by the first message: landing page, referrer, what was searched for, campaign (utm_*). */
export function readFirstTouch({ message }: { message: Message }): FirstTouch {
  const campaign = readCampaign(message);
  const referrer = foreignReferrer(message);
  const searchKeyword = campaign.term ?? (referrer === undefined ? undefined : readKeyword(referrer));
  return {
    at: formatInstant(message.occurredAt),
    ...(message.url === undefined ? {} : { landingUrl: message.url }),
    ...(referrer === undefined ? {} : { referrer: referrer.href }),
    ...(searchKeyword === undefined ? {} : { searchKeyword }),
    ...(Object.keys(campaign).length === 0 ? {} : { campaign: { ...noCampaign, ...campaign } }),
  };
}

/** Where a visit came from: utm_source, else the host of a referrer that is another site. */
export function readSource({ message }: { message: Message }): string | undefined {
  return readCampaign(message).source ?? foreignReferrer(message)?.host;
}

const noCampaign = { source: undefined, medium: undefined, name: undefined, term: undefined, content: undefined };

function readCampaign({ url, campaign }: Message): Campaign {
  const query = (url === undefined ? null : URL.parse(url))?.searchParams;
  const parts = campaignParts.map((part) => {
    const value = campaign?.[part] ?? query?.get(part === 'name' ? 'utm_campaign' : `utm_${part}`) ?? '';
    return [part, cutText(cleanText(value), 200)] as const;
  });
  return Object.fromEntries(parts.filter(([, value]) => value !== ''));
}

function foreignReferrer({ url, referrer }: Message): URL | undefined {
  const from = referrer === undefined ? null : URL.parse(referrer);
  if (from === null || !/^https?:$/.test(from.protocol)) return undefined;
  const own = url === undefined ? null : URL.parse(url);
  return own?.host === from.host ? undefined : from;
}

function readKeyword(referrer: URL): string | undefined {
  const [, names] = searchEngines.find(([host]) => host.test(referrer.hostname)) ?? [];
  const asked = names?.map((name) => referrer.searchParams.get(name)?.trim()).find((value) => value);
  return asked === undefined ? undefined : cutText(cleanText(asked), 200);
}
