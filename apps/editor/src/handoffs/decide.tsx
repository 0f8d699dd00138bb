import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './decide.module.css';
import type { Brief } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import { noteId } from './note-id.ts';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';

const reasons = ['too-early', 'not-target', 'wrong-contact', 'already-talking'] as const;
const beforeDeal = ['opportunity', 'met', 'absent', 'lost'] as const;
const inDeal = ['won', 'lost', 'absent'] as const;

interface Choice {
  readonly key: string;
  readonly label: string;
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
  const { id: handoff, state, may } = brief;
  const { rejecting, recording, busy } = useChoices(answering);
  const accept = () => {
    onAnswer();
    answers.accept.mutate({ handoff });
  };
  // What one has given back shows here only that this can be undone.
  const isOpen = may.answer && state === 'open';
  useHotkeys([['A', () => isOpen && !busy && accept()]]);
  return (
    <footer className={classes.decide} data-answers-at-foot="">
      {isOpen && (
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
      )}
      {may.answer && !isSettled(state) && (
        <>
          <Choices title={t(may.giveBack ? 'rejectOrGiveBackHelp' : 'rejectHelp')} choices={rejecting} busy={busy} />
          <Choices title={t('outcomeHelp')} choices={recording} busy={busy} />
          <div className={classes.menus}>
            {rejecting.length > 0 && (
              <ChoiceMenu title={t('reject')} choices={rejecting} busy={busy} loading={answers.reject.isPending} />
            )}
            <ChoiceMenu title={t('record')} choices={recording} busy={busy} loading={answers.record.isPending} />
          </div>
        </>
      )}
      {may.undo === null ? (
        isSettled(state) && <span className="muted">{t(`state.${state}`)}</span>
      ) : (
        <div className={classes.undo}>
          <p role="status">
            <b>{t(`done.${may.undo}`)}</b>{' '}
            <span className="muted">{t(may.answer ? 'undoHelp' : 'undoGivingBackHelp')}</span>
          </p>
          {may.answer && (
            <Button variant="default" size="xs" onClick={() => goToNote(handoff)}>
              {t('writeNote')}
            </Button>
          )}
          <Button
            variant="default"
            size="xs"
            loading={answers.undo.isPending}
            disabled={busy}
            onClick={() => answers.undo.mutate({ handoff })}
          >
            {t('undo')}
          </Button>
        </div>
      )}
      {!isOpen && next}
    </footer>
  );
}

function goToNote(handoff: string) {
  const field = document.getElementById(noteId(handoff));
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}

function useChoices({ brief, answers, onAnswer, onNotMine }: Answering) {
  const t = useTexts<typeof texts>('handoffs');
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
      choose: () => {
        onAnswer();
        answers.record.mutate({ handoff, outcome });
      },
    }),
  );
  const busy = answers.accept.isPending || answers.reject.isPending || answers.record.isPending;
  const sendingBack = [...(state === 'opportunity' ? [] : rejecting), ...(brief.may.giveBack ? [notMine] : [])];
  return { rejecting: sendingBack, recording, busy };
}

function Choices({ title, choices, busy }: { title: string; choices: readonly Choice[]; busy: boolean }) {
  if (choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would submit nothing here
    <div className={classes.choices} role="group" aria-label={title}>
      <p aria-hidden="true">{title}</p>
      <div>
        {choices.map(({ key, label, choose }) => (
          <Button key={key} size="xs" variant="default" disabled={busy} onClick={choose}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

function ChoiceMenu({
  title,
  choices,
  busy,
  loading,
}: {
  title: string;
  choices: readonly Choice[];
  busy: boolean;
  loading: boolean;
}) {
  return (
    <Menu position="top" width="target">
      <Menu.Target>
        <Button variant="default" size="md" disabled={busy} loading={loading} rightSection={<Icon name="down" />}>
          {title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ key, label, choose }) => (
          <Menu.Item key={key} className={classes.item} onClick={choose}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
