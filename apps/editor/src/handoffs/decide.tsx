import { Button, Menu, Tooltip } from '@mantine/core';
import { useHotkeys, useTimeout } from '@mantine/hooks';
import { stageTitles } from '@sodate/journey/stage';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { OfferContact } from '../next-contact/offer-contact.tsx';
import { Icon } from '../parts/icon.tsx';
import { showSaved } from '../parts/show-saved.ts';
import classes from './decide.module.css';
import type { Brief } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import { goToNote } from './note-id.ts';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useEffectWords } from './use-effect-words.ts';

const reasons = ['too-early', 'not-target', 'wrong-contact', 'already-talking'] as const;
const beforeDeal = ['opportunity', 'met', 'absent', 'lost'] as const;
const inDeal = ['won', 'lost', 'absent'] as const;

interface Choice {
  readonly key: string;
  readonly label: string;
  /** What it means and brings about. */
  readonly effect?: string;
  readonly choose: () => void;
}

interface Answering {
  readonly brief: Brief;
  readonly answers: Answers;
  readonly onAnswer: () => void;
  /** It is somebody else's. */
  readonly onNotMine: () => void;
}

/** The answers, one click each: at the foot, in reach of the thumb on a phone. `next` is the way on, once it is answered. */
export function Decide({ next, ...answering }: Answering & { next: ReactNode }) {
  const { brief, answers, onAnswer } = answering;
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const { id: handoff, state, may } = brief;
  const { rejecting, givingBack, recording, answersBusy, effectWords, movesWords } = useChoices(answering);
  const { settling, undo } = useUndo({ handoff, answers });
  const busy = answersBusy || settling;
  const rejectEffect = t('effect.rejecting', { effect: effectWords('rejected') });
  const accept = () => {
    onAnswer();
    answers.accept.mutate({ handoff });
  };
  // What one has given back shows here only that this can be undone.
  const moved = brief.entries.findLast(({ kind }) => kind === may.undo)?.stage ?? null;
  const isOpen = may.answer && state === 'open';
  useHotkeys([['A', () => isOpen && !busy && accept()]]);
  return (
    <footer className={classes.decide} data-answers-at-foot="">
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
            {t('accept')}
            <span className={classes.key} aria-hidden="true">
              A
            </span>
          </Button>
        </Telling>
      )}
      {may.answer && !isSettled(state) && (
        <>
          <Choices title={t('rejectHelp')} effect={rejectEffect} choices={rejecting} busy={busy} />
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
      {may.answer && isCall(may.undo) && brief.nextContact === null && <OfferContact brief={brief} answers={answers} />}
      {may.undo === null ? (
        isSettled(state) && <span className="muted">{t(`state.${state}`)}</span>
      ) : (
        <div className={classes.undo}>
          <p role="status">
            <b>{t(`done.${may.undo}`)}</b>{' '}
            {moved !== null && <b>{t('done.stage', { stage: text(stageTitles[moved]) })}</b>}{' '}
            <span className="muted">{t(may.answer ? 'undoHelp' : 'undoGivingBackHelp')}</span>
          </p>
          {may.answer && (
            <Button variant="default" size="xs" onClick={() => goToNote(handoff)}>
              {t('writeNote')}
            </Button>
          )}
          <Button variant="default" size="xs" loading={answers.undo.isPending} disabled={busy} onClick={undo}>
            {t('undo')}
          </Button>
        </div>
      )}
      {!isOpen && next}
    </footer>
  );
}

/** After these, sales most often call again. */
function isCall(act: Brief['may']['undo']): boolean {
  return act === 'absent' || act === 'met';
}

/** Where "undo" stood, an answer stands afterwards: a second tap on it is not meant for that. */
const settlesMs = 800;

function useUndo({ handoff, answers }: { handoff: Brief['id']; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const [settling, setSettling] = useState(false);
  const { start } = useTimeout(() => setSettling(false), settlesMs);
  const onSuccess = () => {
    setSettling(true);
    start();
    showSaved(t('undone'));
  };
  return {
    settling: settling || answers.undo.isPending,
    undo: () => answers.undo.mutate({ handoff }, { onSuccess }),
  };
}

function useChoices({ brief, answers, onAnswer, onNotMine }: Answering) {
  const t = useTexts<typeof texts>('handoffs');
  const { effectWords, movesWords } = useEffectWords(brief);
  const { id: handoff, state } = brief;
  const rejecting = reasons.map(
    (reason): Choice => ({
      key: reason,
      label: t(`reason.${reason}`),
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

interface Offered {
  readonly title: string;
  /** What all of them bring about. */
  readonly effect?: string;
  readonly choices: readonly Choice[];
  readonly busy: boolean;
}

function Choices({ title, effect = '', choices, busy }: Offered) {
  if (choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would submit nothing here
    <div className={classes.choices} role="group" aria-label={title}>
      <p aria-hidden="true">{[title, effect].filter((part) => part !== '').join(' · ')}</p>
      <div>
        {choices.map(({ key, label, effect: own = '', choose }) => (
          <Telling key={key} effect={own}>
            <Button size="xs" variant="default" disabled={busy} onClick={choose}>
              {label}
            </Button>
          </Telling>
        ))}
      </div>
    </div>
  );
}

/** What an answer does, once the pointer or the focus is on it. */
function Telling({ effect, children }: { effect: string; children: ReactElement }) {
  return (
    <Tooltip label={effect} disabled={effect === ''} events={{ hover: true, focus: true, touch: false }}>
      {children}
    </Tooltip>
  );
}

interface OfferedInMenu extends Offered {
  /** What stands below and is none of these. */
  readonly apart?: Pick<Offered, 'title' | 'choices'>;
  readonly loading: boolean;
}

function ChoiceMenu({ title, effect = '', choices, apart, busy, loading }: OfferedInMenu) {
  return (
    <Menu position="top" width={260}>
      <Menu.Target>
        <Button variant="default" size="md" disabled={busy} loading={loading} rightSection={<Icon name="down" />}>
          {title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {effect !== '' && <Menu.Label>{effect}</Menu.Label>}
        {choices.map(toItem)}
        {apart !== undefined && apart.choices.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{apart.title}</Menu.Label>
            {apart.choices.map(toItem)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function toItem({ key, label, effect = '', choose }: Choice) {
  return (
    <Menu.Item key={key} className={classes.item} onClick={choose}>
      {label}
      {effect !== '' && <small className={classes.effect}>{effect}</small>}
    </Menu.Item>
  );
}
