import { stageTitles } from '@sodate/journey/stage';
import type { UndoneAnswer } from '@sodate/services/handoff/undo-answer';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';

type Act = NonNullable<Brief['may']['undo']>;

/** What was taken back, and where hand-off and lead stand again: 「見送りの記録を取り消しました。対応中・MQLに戻しました。」 */
export function useUndoneWords() {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const stateWords = (state: Brief['state']) => {
    if (state === 'open') return t('view.openAlone');
    return state === 'accepted' ? t('view.workingAlone') : t(`state.${state}`);
  };
  return ({ act, stood, undone: { state, stage } }: { act: Act; stood: Brief['state']; undone: UndoneAnswer }) => {
    const where = [
      ...(state === stood ? [] : [stateWords(state)]),
      ...(stage === null ? [] : [text(stageTitles[stage])]),
    ].join(t('joined'));
    const undone = t('undone', { what: t(`what.${act}`) });
    return where === '' ? undone : undone + t('undone.back', { where });
  };
}
