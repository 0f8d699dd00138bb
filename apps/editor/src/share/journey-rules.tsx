import type { ReadableJourney } from '@sodate/services/journey/read-document';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './section-body.module.css';
import type { texts } from './texts.ja.ts';

/** What holds for the journey as a whole: who enters, when they leave, limits. */
export function JourneyRules({ journey }: { journey: ReadableJourney }) {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  const { reentry, audience, exits, zone, visitLimit } = journey.rules;
  const days = reentry.kind === 'after-days' ? { count: reentry.days } : undefined;
  return (
    <dl className={classes.settings}>
      <div>
        <dt>{t('audience')}</dt>
        <dd>{audience === null ? t('anybody') : text(audience)}</dd>
      </div>
      <div>
        <dt>{t('reentry')}</dt>
        <dd>{t(`reentry-${reentry.kind}`, days)}</dd>
      </div>
      <div>
        <dt>{t('exits')}</dt>
        {exits.length === 0 && <dd>{t('noExits')}</dd>}
        {exits.map(({ title, condition }) => (
          <dd key={`${title} ${condition.ja}`}>
            {title === '' ? text(condition) : t('exit', { title, condition: text(condition) })}
          </dd>
        ))}
      </div>
      <div>
        <dt>{t('zone')}</dt>
        <dd>{zone ?? journey.zone}</dd>
      </div>
      <div>
        <dt>{t('visitLimit')}</dt>
        <dd>{t('visits', { count: visitLimit })}</dd>
      </div>
    </dl>
  );
}
