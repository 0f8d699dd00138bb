import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { shareOut } from '../parts/share-out.ts';
import { BantSection } from './bant-section.tsx';
import classes from './brief.module.css';
import bars from './brief-side.module.css';
import type { Brief } from './inbox-types.ts';
import { Section } from './section.tsx';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useReason } from './use-reason.ts';

/** What kind of interest, how hot and why, where from, BANT, the company. */
export function BriefSide({ brief, answers }: { brief: Brief; answers: Answers }) {
  return (
    <div className={classes.side}>
      <Interests interests={brief.interests} />
      <Score brief={brief} />
      <FirstTouch brief={brief} />
      <BantSection brief={brief} answers={answers} />
      <Company brief={brief} />
    </div>
  );
}

function Interests({ interests: { topics } }: { interests: Brief['interests'] }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  if (topics.length === 0) return null;
  const shares = shareOut(topics.map(({ views }) => views));
  const most = Math.max(1, ...topics.map(({ views }) => views));
  return (
    <Section title={t('interests')}>
      <ul className={bars.bars}>
        {topics.map(({ topic, views }, place) => (
          <li key={topic}>
            <span>{t(`topic.${topic}`)}</span>
            <i style={{ width: `${(100 * views) / most}%` }} aria-hidden="true" />
            <b>{formats.percent((shares[place] ?? 0) / 100)}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Score({ brief: { score, scoreThen, scoreDays } }: { brief: Brief }) {
  const { total, reasons } = score;
  const t = useTexts<typeof texts>('handoffs');
  const word = useReason();
  const most = Math.max(1, ...reasons.map(({ points }) => Math.abs(points)));
  const title = (
    <>
      {t('score')} <span className={bars.total}>{total}</span>
    </>
  );
  return (
    <Section title={title}>
      {reasons.length === 0 && (
        <p className="muted">{scoreThen > 0 ? t('scoreGone', { count: scoreDays }) : t('noScore')}</p>
      )}
      <ul className={bars.bars}>
        {reasons.map((reason) => (
          <li key={reason.rule}>
            <span>{word(reason)}</span>
            <i style={{ width: `${(100 * Math.abs(reason.points)) / most}%` }} aria-hidden="true" />
            <b>{reason.points}</b>
          </li>
        ))}
      </ul>
      {reasons.length > 0 && scoreThen !== total && (
        <p className={classes.small}>{t('scoreMoved', { score: scoreThen, count: scoreDays })}</p>
      )}
    </Section>
  );
}

function FirstTouch({ brief: { lead } }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const { firstTouch } = lead;
  const at = formats.date(parseInstant(firstTouch?.at ?? lead.createdAt));
  const title = (
    <>
      {t('firstTouch')}
      <small>{at}</small>
    </>
  );
  if (firstTouch === null) {
    return (
      <Section title={title}>
        <p className={classes.small}>{t('byHand')}</p>
      </Section>
    );
  }
  const { searchKeyword, referrer, campaign, landingUrl } = firstTouch;
  const via = campaign?.name ?? campaign?.source;
  const place = referrer === undefined ? undefined : URL.parse(referrer)?.host;
  const lines = [
    searchKeyword && t('searched', { words: searchKeyword }),
    via && t('campaign', { name: via }),
    place && t('cameFrom', { place }),
    landingUrl && t('landed', { page: URL.parse(landingUrl)?.pathname ?? landingUrl }),
  ].filter(Boolean);
  return (
    <Section title={title}>
      <ul className={classes.small}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Company({ brief: { lead } }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  if (lead.company === null) return null;
  const { name, industry, employees, region } = lead.company;
  const facts = [industry, employees === null ? null : t('employees', { count: employees }), region].filter(Boolean);
  return (
    <Section title={t('company')}>
      <p className={classes.small}>
        {name}
        <br />
        {facts.join(' · ')}
        {lead.mates.length > 0 && (
          <>
            <br />
            {t('mates', { count: lead.mates.length })}
          </>
        )}
      </p>
    </Section>
  );
}
