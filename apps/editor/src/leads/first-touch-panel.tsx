import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import classes from './facts.module.css';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

type FirstTouch = NonNullable<LeadDetail['firstTouch']>;

/** How the lead was won: kept for ever, apart from later visits. */
export function FirstTouchPanel({ detail }: { detail: LeadDetail }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const { firstTouch } = detail;
  const since = formats.dateTime(parseInstant(firstTouch?.at ?? detail.createdAt));
  const lines = firstTouch === null ? [] : linesOf({ firstTouch, t });
  return (
    <Panel title={t('firstTouch')} aside={t('firstTouchAside')}>
      <ol className={classes.lines}>
        {lines.map(({ icon, title, detail: more }) => (
          <li key={title + icon}>
            <Icon name={icon} />
            <div>
              {title}
              {more !== undefined && <small>{more}</small>}
            </div>
          </li>
        ))}
        <li>
          <Icon name="clock" />
          <div>{t(firstTouch === null ? 'addedAt' : 'firstSeenAt', { at: since })}</div>
        </li>
      </ol>
    </Panel>
  );
}

interface Line {
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: string;
}

function linesOf({ firstTouch, t }: { firstTouch: FirstTouch; t: Translate<typeof texts> }): readonly Line[] {
  const { campaign, searchKeyword, referrer, landingUrl } = firstTouch;
  const lines: Line[] = [];
  if (searchKeyword !== undefined) lines.push({ icon: 'search', title: t('searchedFor', { words: searchKeyword }) });
  if (campaign?.name !== undefined || campaign?.source !== undefined) {
    const via = [campaign.source, campaign.medium].filter(Boolean).join(' / ');
    const title = t('campaign', { name: campaign.name ?? via });
    lines.push({ icon: 'flag', title, ...(campaign.name === undefined || via === '' ? {} : { detail: via }) });
  }
  if (referrer !== undefined && referrer !== '')
    lines.push({ icon: 'external', title: t('cameFrom', { place: hostOf(referrer) }) });
  if (landingUrl !== undefined) lines.push({ icon: 'home', title: t('landedOn'), detail: pathOf(landingUrl) });
  return lines;
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

function pathOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.host}${parsed.pathname}`;
}
