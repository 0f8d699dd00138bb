import { Button } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { stageByAnswer, stageTitles } from '@sodate/journey/stage';
import type { UndoneAnswer } from '@sodate/services/handoff/undo-answer';
import { type ReactNode, useState } from 'react';
import { asksWhyLost, OfferLostReason } from '../answer-reasons/offer-lost-reason.tsx';
import { rejectReasons } from '../answer-reasons/reasons.ts';
import type { texts as reasonTexts } from '../answer-reasons/texts.ja.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { OfferContact } from '../next-contact/offer-contact.tsx';
import { Icon } from '../parts/icon.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { useSession } from '../server/use-session.ts';
import { type Choice, ChoiceMenu, Choices, ShortcutMark, Telling } from './answer-choices.tsx';
import type { BriefKeys } from './brief-keys.ts';
import classes from './decide.module.css';
import { sayOfHandoff } from './handoff-toast.ts';
import type { Brief } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import { goToNote } from './note-id.ts';
import type { texts } from './texts.ja.ts';
import { useAnswerFocus } from './use-answer-focus.ts';
import type { Answers } from './use-answers.ts';
import { useKeyActs } from './use-brief-keys.ts';
import { useEffectWords } from './use-effect-words.ts';
import { useUndoneWords } from './use-undone-words.ts';

const beforeDeal = ['opportunity', 'met', 'reached', 'absent', 'lost'] as const;
const inDeal = ['reached', 'absent', 'lost', 'won'] as const;
/** In the order on the screen. Each means the same before and in a deal; far from J and K, which only walk. */
const outcomeKeys = { opportunity: '1', met: '2', reached: '3', absent: '4', lost: '5', won: '6' } as const;

interface Answering {
  readonly brief: Brief;
  readonly answers: Answers;
  readonly onAnswer: () => void;
  /** It is somebody else's. */
  readonly onNotMine: () => void;
}

/** The answers, one click each: at the foot, in reach of the thumb on a phone. `next` is the way on, once it is answered. */
export function Decide({ next, keys, ...answering }: Answering & { next: ReactNode; keys: BriefKeys }) {
  const { brief, answers, onAnswer } = answering;
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const { id: handoff, state, may, owner } = brief;
  const { person: me } = useSession();
  const { rejecting, givingBack, recording, answersBusy, effectWords, movesWords } = useChoices(answering);
  const { settling, undo } = useUndo({ brief, answers });
  const busy = answersBusy || settling;
  const rejectEffect = t('effect.rejecting', { effect: effectWords('rejected') });
  const accept = () => {
    onAnswer();
    answers.accept.mutate({ handoff });
  };
  // What one has given back shows here only that this can be undone.
  const act = brief.entries.findLast(({ kind }) => kind === may.undo);
  // One that was rejected leaves the lead where it is: that is said, too.
  const moved = act?.stage ?? (may.undo === 'rejected' ? brief.lead.stage : null);
  const stageKey = act?.tookOn === true && moved === stageByAnswer.accepted ? 'done.stageTakenOn' : 'done.stage';
  const isOpen = may.answer && state === 'open';
  const acceptWords = owner === null || owner.id === me.id ? t('accept') : t('acceptFor', { name: owner.name });
  const { foot, note } = useAnswerFocus({ brief });
  const acts = {
    A: () => isOpen && !busy && accept(),
    R: () => foot.current?.querySelector<HTMLElement>('[data-answers="R"] button')?.focus(),
    U: () => may.undo !== null && !busy && undo(),
    M: () => may.answer && goToNote(handoff),
    N: () => foot.current?.querySelector<HTMLElement>('a[aria-keyshortcuts="N"]')?.click(),
    ...Object.fromEntries(
      Object.entries(outcomeKeys).map(([outcome, key]) => [
        key,
        () => {
          if (may.answer && !isSettled(state) && !busy) recording.find((one) => one.key === outcome)?.choose();
        },
      ]),
    ),
  };
  useKeyActs({ keys, handoff, acts });
  return (
    <footer className={classes.decide} data-answers-at-foot="" ref={foot} tabIndex={-1}>
      {isOpen && (
        <Telling effect={effectWords('accepted')}>
          <Button
            size="md"
            leftSection={<Icon name="check" />}
            loading={answers.accept.isPending}
            disabled={busy}
            onClick={accept}
            aria-keyshortcuts="A"
          >
            {acceptWords}
            <ShortcutMark keys="A" />
          </Button>
        </Telling>
      )}
      {may.answer && !isSettled(state) && (
        <>
          <Choices title={t('rejectHelp')} effect={rejectEffect} choices={rejecting} busy={busy} shortcut="R" />
          <Choices title={t('notMineHelp')} choices={givingBack} busy={busy} />
          <Choices title={t('outcomeHelp')} effect={movesWords} choices={recording} busy={busy} />
          <div className={classes.menus}>
            {rejecting.length > 0 && (
              <ChoiceMenu
                title={t('reject')}
                effect={rejectEffect}
                choices={rejecting}
                apart={{ title: t('notMineHelp'), choices: givingBack }}
                busy={busy}
                loading={answers.reject.isPending}
              />
            )}
            <ChoiceMenu title={t('record')} choices={recording} busy={busy} loading={answers.record.isPending} />
          </div>
        </>
      )}
      {may.answer && may.undo !== null && asksWhenNext(brief) && <OfferContact brief={brief} answers={answers} />}
      {asksWhyLost(brief) && <OfferLostReason brief={brief} answers={answers} />}
      {may.undo === null ? (
        isSettled(state) && <span className="muted">{t(`state.${state}`)}</span>
      ) : (
        <div className={classes.undo} data-planned={brief.nextContact !== null}>
          <p role="status" ref={note} tabIndex={-1}>
            <b>{t(`done.${may.undo}`)}</b>{' '}
            {moved !== null && <b className={classes.stage}>{t(stageKey, { stage: text(stageTitles[moved]) })}</b>}{' '}
            <span className={`muted ${classes.long}`}>{t(may.answer ? 'undoHelp' : 'undoGivingBackHelp')}</span>
            <span className={`muted ${classes.within}`}>{t('undoWithin')}</span>
          </p>
          {may.answer && (
            <Button variant="default" size="xs" onClick={() => goToNote(handoff)} aria-keyshortcuts="M">
              {t('writeNote')}
              <ShortcutMark keys="M" />
            </Button>
          )}
          <Button
            variant="default"
            size="xs"
            loading={answers.undo.isPending}
            disabled={busy}
            onClick={undo}
            aria-keyshortcuts="U"
            aria-label={t('undo', { what: t(`what.${may.undo}`) })}
          >
            <span className={classes.long}>{t('undo', { what: t(`what.${may.undo}`) })}</span>
            <span className={classes.short}>{t('undoShort')}</span>
            <ShortcutMark keys="U" />
          </Button>
        </div>
      )}
      {!isOpen && next}
    </footer>
  );
}

/** It goes on, and nobody has said when. */
function asksWhenNext({ nextContact, contactChoices }: Brief): boolean {
  return nextContact === null && contactChoices.length > 0;
}

/** Where "undo" stood, an answer stands afterwards: a second tap on it is not meant for that. */
const settlesMs = 800;

function useUndo({ brief: { id: handoff, state: stood, may }, answers }: { brief: Brief; answers: Answers }) {
  const words = useUndoneWords();
  const [settling, setSettling] = useState(false);
  const { start } = useTimeout(() => setSettling(false), settlesMs);
  return {
    settling: settling || answers.undo.isPending,
    undo: () => {
      const { undo: act } = may;
      if (act === null) return;
      const onSuccess = (undone: UndoneAnswer) => {
        setSettling(true);
        start();
        sayOfHandoff(handoff, (id) => showSaved(words({ act, stood, undone }), { id, forMs: 5_000 }));
      };
      answers.undo.mutate({ handoff }, { onSuccess });
    },
  };
}

function useChoices({ brief, answers, onAnswer, onNotMine }: Answering) {
  const t = useTexts<typeof texts>('handoffs');
  const { effectWords, movesWords } = useEffectWords(brief);
  const { id: handoff, state } = brief;
  const words = useTexts<typeof reasonTexts>('answer-reasons');
  const rejecting = rejectReasons.map(
    (reason): Choice => ({
      key: reason,
      label: words(reason),
      choose: () => {
        onAnswer();
        answers.reject.mutate({ handoff, reason });
      },
    }),
  );
  const notMine: Choice = { key: 'not-mine', label: t('notMine'), choose: onNotMine };
  const outcomes = state === 'opportunity' ? inDeal : beforeDeal;
  const recording = outcomes.map(
    (outcome): Choice => ({
      key: outcome,
      label: t(`outcome.${outcome}`),
      shortcut: outcomeKeys[outcome],
      effect: effectWords(outcome),
      choose: () => {
        onAnswer();
        answers.record.mutate({ handoff, outcome });
      },
    }),
  );
  return {
    rejecting: state === 'opportunity' ? [] : rejecting,
    givingBack: brief.may.giveBack ? [notMine] : [],
    recording,
    answersBusy: answers.accept.isPending || answers.reject.isPending || answers.record.isPending,
    effectWords,
    movesWords: movesWords(outcomes),
  };
}
