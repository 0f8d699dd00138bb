import { parseInstant } from '@sodate/journey/time/instant';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './passage.module.css';
import type { Passage } from './passage-types.ts';
import type { texts } from './texts.ja.ts';
import { useNodeSummaries } from './use-node-summaries.ts';
import { useTryWords } from './use-try-words.ts';

/** Where the lead stands, since when and until when; where it is stuck, why. */
export function PresentPanel({ passage }: { passage: Passage }) {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const formats = useFormats();
  const { state, at, reason, removedBy, endedAt, stuckWhy, heldBy, enteredAt, missingType, handoff } = passage;
  const summary = useNodeSummaries(passage.id)(at);
  const isMissing = missingType !== null && state !== 'stuck';
  const dateTime = (iso: string) => formats.dateTime(parseInstant(iso));
  const wordEnd = () => {
    if (removedBy !== null) return t('removedBy', { name: removedBy });
    return reason === null ? t('ended') : t(`reason.${reason}`);
  };
  if (state === 'ended') {
    return (
      <Panel title={t('ended')}>
        <p className={classes.where}>{wordEnd()}</p>
        <ul className={classes.facts}>
          <li>{text(at.title)}</li>
          <li>{t('enteredAt', { at: dateTime(enteredAt) })}</li>
          {endedAt !== null && <li>{t('endedAt', { at: dateTime(endedAt) })}</li>}
        </ul>
      </Panel>
    );
  }
  const rest = at.until === null ? t('noUntil') : t('until', { at: dateTime(at.until) });
  return (
    <Panel
      title={t('here')}
      {...(isMissing ? {} : { aside: t(standingOf(passage)) })}
      {...(state === 'stuck' ? { tone: 'danger' } : {})}
    >
      <p className={classes.where}>
        {text(at.title)}
        {summary !== '' && <small>{summary}</small>}
        {at.visit > 1 && <small>{t('visit', { count: at.visit })}</small>}
      </p>
      {stuckWhy !== null && <p className={classes.stuck}>{text(stuckWhy)}</p>}
      {isMissing && <p className={classes.stuck}>{t('missingType', { type: missingType })}</p>}
      <ul className={classes.facts}>
        <li>{t('since', { at: dateTime(at.since) })}</li>
        {handoff !== null && <HandoffLine handoff={handoff} />}
        {state === 'resting' && heldBy === null && (handoff === null || at.until !== null) && <li>{rest}</li>}
        {heldBy !== null && <li>{t(`held.${heldBy}`)}</li>}
        {passage.testSince && <li>{t('testSince')}</li>}
        {!isMissing && <EffectLines passage={passage} />}
      </ul>
    </Panel>
  );
}

/** Whose answer the lead waits for. */
function HandoffLine({ handoff: { id, owner, mayOpen } }: { handoff: NonNullable<Passage['handoff']> }) {
  const t = useTexts<typeof texts>('enrollments');
  return (
    <li>
      {owner === null ? t('waitsForNobody') : t('waitsFor', { owner })}{' '}
      {mayOpen && (
        <Link className="link" to="/handoffs/$handoff" params={{ handoff: id }}>
          {t('toHandoff')}
        </Link>
      )}
    </li>
  );
}

function EffectLines({ passage: { state, effect, stuckWhy } }: { passage: Passage }) {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const tryWords = useTryWords();
  if (effect === null) return null;
  const { nextTry, attempt, error } = effect;
  // Nothing waits its turn where the lead is stuck: why is said above.
  const isHalted = state === 'stuck' && effect.state === 'waiting';
  const words = t(`${effect.kind === 'mail' ? 'effect' : 'call'}.${effect.state}`);
  const isTried = (effect.state === 'failed' || effect.state === 'ambiguous') && attempt > 0;
  const isSaidAbove = error !== null && stuckWhy?.en.includes(error.en) === true;
  const line = () => {
    if (nextTry !== null) return tryWords(nextTry);
    return isTried ? t('failedIn', { words, count: attempt }) : words;
  };
  return (
    <>
      {!isHalted && <li>{line()}</li>}
      {error !== null && !isSaidAbove && <li className={classes.error}>{t('lastTry', { why: text(error) })}</li>}
    </>
  );
}

/** What is tried again later is not being sent. */
function standingOf({ state, effect }: Passage): keyof typeof texts {
  const nextTry = state === 'acting' ? (effect?.nextTry ?? null) : null;
  if (nextTry === null) return `state.${state}`;
  return nextTry.failed > 0 ? 'state.retrying' : 'state.resting';
}
