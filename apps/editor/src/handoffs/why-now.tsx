import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './brief.module.css';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import { useReason } from './use-reason.ts';
import own from './why-now.module.css';

const acts = {
  'page-viewed': 'why.page',
  'form-submitted': 'why.form',
  'mail-clicked': 'why.mail',
  custom: 'why.custom',
} as const;

/** What the lead wrote, in its own words; then what it did last, what it is after, and what made it hot. */
export function WhyNow({ brief }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const formats = useFormats();
  const last = useLastSign(brief);
  const { wish, sentEmptyForm } = brief;
  const { interests, scoreThen, reasonsThen, journey } = brief;
  const known = wish !== null || last !== undefined || interests.views > 0 || scoreThen > 0;
  const reasons = reasonsThen.slice(0, 3).map(useReason());
  return (
    <>
      {wish !== null && (
        <blockquote className={own.wish}>
          <p>{t('why.wish', { words: wish.words })}</p>
          <footer className={classes.small}>
            {wish.form === null
              ? t('why.wishFromForm', { at: formats.dateTime(parseInstant(wish.at)) })
              : t('why.wishFrom', { form: wish.form, at: formats.dateTime(parseInstant(wish.at)) })}
          </footer>
        </blockquote>
      )}
      <p className={classes.now}>
        {!known && t('why.nothing')} {last !== undefined && <b>{last}</b>}{' '}
        {interests.views > 0 && text(interests.summary)}{' '}
        {sentEmptyForm && <span className="muted">{t('why.noAnswers')}</span>}{' '}
        {journey !== null && t('why.journey', { journey: journey.name })}
      </p>
      {scoreThen > 0 && (
        <p className={classes.small}>
          {t('why.score', { score: scoreThen })} {reasons.join(t('why.between'))}
        </p>
      )}
    </>
  );
}

function useLastSign({ lastSign: sign, wish }: Brief): string | undefined {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  // The words themselves stand above: that a form was sent goes without saying.
  if (sign === null || !(sign.name in acts) || (sign.name === 'form-submitted' && wish !== null)) return undefined;
  const at = formats.dateTime(parseInstant(sign.at));
  // What a form is called inside says nothing to who calls.
  if (sign.name === 'form-submitted' && (sign.thing?.title ?? null) === null) return t('why.aForm', { at });
  const thing =
    sign.name === 'mail-clicked' ? (sign.mail?.subject ?? sign.mail?.name) : (sign.thing?.title ?? sign.thing?.key);
  if (thing === undefined) return undefined;
  return t(acts[sign.name as keyof typeof acts], { thing, at });
}
