import { stageTitles } from '@sodate/journey/stage';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { type AnswerKind, effectsOf } from './effects-of.ts';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';

/** What an answer means and brings about, in a short line beside it; empty where it changes nothing. */
export function useEffectWords(brief: Brief): (answer: AnswerKind) => string {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  return (answer) => {
    const { stage, journey, closes } = effectsOf({ answer, brief });
    return [
      answer === 'accepted' || answer === 'rejected' ? '' : t(`means.${answer}`),
      stage === undefined ? '' : t('effect.stage', { stage: text(stageTitles[stage]) }),
      journey ? t('effect.journey') : '',
      closes ? t('effect.closes') : '',
    ]
      .filter((part) => part !== '')
      .join(t('joined'));
  };
}
