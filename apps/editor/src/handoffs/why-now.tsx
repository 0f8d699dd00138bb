import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './brief.module.css';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import { useReason } from './use-reason.ts';

const acts = {
  'page-viewed': 'why.page',
  'form-submitted': 'why.form',
  'mail-clicked': 'why.mail',
  custom: 'why.custom',
} as const;

/** In three sentences: what the lead did last, what it is after, and what made it hot. */
export function WhyNow({ brief }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const last = useLastAct(brief);
  const { interests, scoreThen, reasonsThen, journey } = brief;
  const reasons = reasonsThen.slice(0, 3).map(useReason());
  return (
    <>
      <p className={classes.now}>
        {last !== undefined && <b>{last}</b>} {interests.views > 0 && text(interests.summary)}{' '}
        {journey !== null && t('why.journey', { journey: journey.name })}
      </p>
      {scoreThen > 0 && (
        <p className={classes.small}>
          {t('why.score', { score: scoreThen })} {reasons.join(t('comma'))}
        </p>
      )}
    </>
  );
}

function useLastAct({ recent }: Brief): string | undefined {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const act = recent.find(({ name, retracted }) => name in acts && !retracted);
  if (act === undefined) return undefined;
  const thing =
    act.name === 'mail-clicked' ? (act.mail?.subject ?? act.mail?.name) : (act.thing?.title ?? act.thing?.key);
  if (thing === undefined) return undefined;
  return t(acts[act.name as keyof typeof acts], { thing, at: formats.dateTime(parseInstant(act.at)) });
}
