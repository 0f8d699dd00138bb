import { ActionIcon } from '@mantine/core';
import { parseInstant } from '@sodate/journey/time/instant';
import { useEffect, useRef } from 'react';
import { useEventWords } from '../event-words/use-event-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { NewVersion } from './new-version.tsx';
import { orderSteps } from './order-steps.ts';
import own from './passage-map.module.css';
import type { Passage, PassageStep } from './passage-types.ts';
import { StepSend } from './step-send.tsx';
import type { texts } from './texts.ja.ts';
import { useFactTitles } from './use-fact-titles.ts';
import { useSummariesThen } from './use-summaries-then.ts';
import { useVersionChanges } from './use-version-changes.ts';

/** The steps one after the other, with the time of each, what it saw and why it went that way. */
export function WalkPanel({
  passage,
  steps,
  index,
  onWalk,
  complete,
}: {
  passage: Passage;
  steps: readonly PassageStep[];
  index: number;
  onWalk: (to: number) => void;
  complete: boolean;
}) {
  const t = useTexts<typeof texts>('enrollments');
  const list = useRef<HTMLOListElement>(null);
  const changes = useVersionChanges({ enrollment: passage.id });
  const { changeOf } = useSummariesThen({ enrollment: passage.id, changes });
  useEffect(() => {
    list.current?.querySelector(`[data-step="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <section className={own.side} aria-label={t('walk')}>
      <div className={own.walk}>
        <ActionIcon
          variant="default"
          aria-label={t('stepBack')}
          disabled={index === 0}
          onClick={() => onWalk(index - 1)}
        >
          <Icon name="left" />
        </ActionIcon>
        <b aria-live="polite">{t('stepOf', { step: index + 1, steps: steps.length })}</b>
        <ActionIcon
          variant="default"
          aria-label={t('stepOn')}
          disabled={index === steps.length - 1}
          onClick={() => onWalk(index + 1)}
        >
          <Icon name="right" />
        </ActionIcon>
      </div>
      <ol className={own.steps} ref={list}>
        {orderSteps({ steps, changes, complete }).map((line) => {
          if (line.kind === 'version') {
            const made = changeOf({ node: line.stood, change: line.change });
            return <NewVersion key={`v${line.change.version}`} change={line.change} made={made} className={own.turn} />;
          }
          const at = steps.indexOf(line.step);
          return (
            <li key={line.step.hop} data-step={at}>
              <button
                type="button"
                className={own.step}
                aria-current={at === index ? 'step' : undefined}
                data-ahead={at > index || undefined}
                onClick={() => onWalk(at)}
              >
                <StepWords step={line.step} />
              </button>
              {line.step.send !== null && (
                <div className={own.sent}>
                  <StepSend send={line.step.send} isTypeMissing={passage.missingType !== null} />
                </div>
              )}
            </li>
          );
        })}
        {!complete && <li className="muted">{t('firstSteps', { count: steps.length })}</li>}
      </ol>
    </section>
  );
}

function StepWords({ step }: { step: PassageStep }) {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const formats = useFormats();
  const factTitle = useFactTitles();
  const wordEvent = useEventWords();
  const { from, to, seen, event } = step;
  const words = event === null ? undefined : wordEvent(event);
  return (
    <>
      <time className="muted" dateTime={step.at}>
        {formats.dateTime(parseInstant(step.at))}
      </time>
      <span>
        {from !== null && text(from.title)} <span className="muted">{useOutcomeWord(step)}</span>{' '}
        <span aria-hidden="true">{t('arrow')}</span> <b>{to === null ? t('end') : text(to.title)}</b>
      </span>
      {words !== undefined && (
        <span className={own.seen}>
          {t('because', { event: words.detail === undefined ? words.title : `${words.title} · ${words.detail}` })}
        </span>
      )}
      {seen.length > 0 && (
        <span className={own.seen}>
          {seen.map(({ fact, value }) => (
            <span key={fact}>
              {factTitle(fact)} <b>{value === null ? t('nothing') : String(value)}</b>
            </span>
          ))}
        </span>
      )}
    </>
  );
}

const endReasons = ['completed', 'goal', 'exit', 'loop-limit', 'stopped', 'removed', 'merged', 'erased'] as const;

/** By which way it went on: an outcome of the node, or what ended or moved it from outside. */
function useOutcomeWord({ hop, outcome, outcomeLabel }: PassageStep): string {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  if (hop === 0) return t('entered');
  if (outcomeLabel !== null) return text(outcomeLabel);
  if (outcome === 'moved') return t('moved');
  const reason = endReasons.find((one) => one === outcome);
  return reason === undefined ? '' : t(`reason.${reason}`);
}
