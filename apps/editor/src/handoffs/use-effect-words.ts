import { stageByAnswer, stageTitles } from '@sodate/journey/stage';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useContactWords } from '../next-contact/use-contact-words.ts';
import { type AnswerKind, effectsOf } from './effects-of.ts';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';

type Outcome = Exclude<AnswerKind, 'accepted' | 'rejected'>;

/** To be lost it was taken on first: without that word, a stage that rises reads like a mistake. */
function takenOnKey(answer: AnswerKind) {
  return answer === 'lost' ? 'effect.lostTakenOn' : 'effect.stageTakenOn';
}

/** What answers mean and bring about. */
export function useEffectWords(brief: Brief) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const { moment } = useContactWords();
  const { nextContact } = brief;
  /** In a short line for one answer; empty where it changes nothing. */
  const effectWords = (answer: AnswerKind): string => {
    const { stage, journey, closes } = effectsOf({ answer, brief });
    const takesOn = brief.state === 'open' && answer !== 'accepted';
    const stageKey = takesOn && stage === stageByAnswer.accepted ? takenOnKey(answer) : 'effect.stage';
    return [
      answer === 'accepted' || answer === 'rejected' ? '' : t(`means.${answer}`),
      stage === undefined ? '' : t(stageKey, { stage: text(stageTitles[stage]) }),
      journey ? t('effect.journey') : '',
      closes ? t('effect.closes') : '',
      closes && nextContact !== null ? t('effect.dropsContact', { at: moment(nextContact) }) : '',
    ]
      .filter((part) => part !== '')
      .join(t('joined'));
  };
  /** Which of these move the stage further than taking on does, and to which; empty where none does. */
  const movesWords = (outcomes: readonly Outcome[]): string => {
    const moves = outcomes.map((outcome) => ({ outcome, stage: effectsOf({ answer: outcome, brief }).stage }));
    // Any answer takes the hand-off on: what that does alone is said beside "accept".
    const taken = effectsOf({ answer: 'accepted', brief }).stage;
    const furthest = moves.map(({ stage }) => stage).findLast((stage) => stage !== undefined && stage !== taken);
    if (furthest === undefined) return '';
    const labels = moves.filter(({ stage }) => stage === furthest).map(({ outcome }) => t(`outcome.${outcome}`));
    return t('effect.moves', { answers: labels.join(t('effect.and')), stage: text(stageTitles[furthest]) });
  };
  return { effectWords, movesWords };
}
