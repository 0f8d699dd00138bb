import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { GiveBack } from '../giving-on/give-back.tsx';
import { GivenBackNote } from '../giving-on/given-back-note.tsx';
import { UndoReassignNote } from '../giving-on/undo-reassign-note.tsx';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { ContactLine } from '../next-contact/contact-line.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { isWorthRetrying, readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { BackToList } from './back-to-list.tsx';
import classes from './brief.module.css';
import { BriefHead } from './brief-head.tsx';
import type { BriefKeys } from './brief-keys.ts';
import { BriefMain } from './brief-main.tsx';
import { BriefSide } from './brief-side.tsx';
import { BriefSkeleton } from './brief-skeleton.tsx';
import { Decide } from './decide.tsx';
import { GoneOnNote } from './gone-on-note.tsx';
import { lookAtHandoff } from './handoff-toast.ts';
import { type InboxSearch, isCounted } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';
import { NewOwnerNote } from './new-owner-note.tsx';
import { NextHandoff } from './next-handoff.tsx';
import { NoteForReader } from './note-for-reader.tsx';
import { OverdueNote } from './overdue-note.tsx';
import { briefId, focusOn, itemId } from './places.ts';
import { StuckNote } from './stuck-note.tsx';
import type { texts } from './texts.ja.ts';
import { useAnswers } from './use-answers.ts';
import { useShown } from './use-brief-keys.ts';
import { useMarkOpened } from './use-mark-opened.ts';

/** All a rep should know before the first call, and what to answer. */
export function BriefView({
  handoff,
  search,
  next,
  passedOver,
  keys,
  onAnswer,
}: {
  handoff: string;
  search: InboxSearch;
  /** The next one that waits, if any; null where that is not known. */
  next: ListedHandoff | undefined | null;
  /** How many planned for later it leaves for the end. */
  passedOver: number;
  keys: BriefKeys;
  /** Before an answer is sent: it may take the hand-off out of the list. */
  onAnswer: () => void;
}) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const answers = useAnswers();
  const [givingBack, setGivingBack] = useState(false);
  const { data, failureReason, refetch } = useQuery(
    trpc.handoffs.brief.queryOptions(
      { handoff },
      {
        meta: { silent: true },
        // Offline it is asked for all the same, so that the screen can say at once why nothing is there.
        networkMode: 'always',
        refetchOnReconnect: true,
        // A test is fast-forwarded by somebody who waits to see what comes of it.
        refetchInterval: ({ state }) => (state.data?.test === true ? 2_000 : 30_000),
      },
    ),
  );
  useMarkOpened({ handoff, newest: data === undefined ? undefined : (data.entries.at(-1)?.id ?? '') });
  useShown({ keys, handoff, ready: data !== undefined });
  useEffect(() => lookAtHandoff(handoff), [handoff]);
  const back = (
    <Link className={classes.back} to="/handoffs" search={search} resetScroll={false}>
      <Icon name="left" />
      {t('back')}
    </Link>
  );
  // What is no longer theirs to read does not stay on the screen.
  if (failureReason !== null && (data === undefined || !isWorthRetrying(failureReason))) {
    return (
      <article className={classes.brief}>
        {back}
        <EmptyState icon="inbox" title={t('notFound')} help={text(readErrorText(failureReason))}>
          {isWorthRetrying(failureReason) ? (
            <Button variant="default" onClick={() => void refetch({ cancelRefetch: true })}>
              {t('retry')}
            </Button>
          ) : undefined}
        </EmptyState>
      </article>
    );
  }
  if (data === undefined) return <BriefSkeleton back={back} />;
  // Given back by now, or taken meanwhile: there is nothing left to send, and an undo does not open the dialog again.
  if (givingBack && !data.may.giveBack) setGivingBack(false);
  return (
    <article
      className={classes.brief}
      aria-label={t('brief', { name: data.lead.name })}
      id={briefId(handoff)}
      tabIndex={-1}
      onKeyDown={({ key, target, currentTarget }) => {
        if (key === 'ArrowLeft' && target === currentTarget) focusOn(itemId(handoff));
      }}
    >
      {back}
      <BriefHead brief={data} answers={answers} />
      <GivenBackNote brief={data} />
      <UndoReassignNote brief={data} />
      <NewOwnerNote brief={data} />
      <NoteForReader brief={data} />
      <OverdueNote brief={data} answers={answers} />
      <GoneOnNote brief={data} />
      <StuckNote brief={data} answers={answers} />
      <ContactLine brief={data} answers={answers} keys={keys} />
      <div className={classes.columns}>
        <BriefMain brief={data} answers={answers} />
        <BriefSide brief={data} answers={answers} />
      </div>
      {(data.may.answer || data.may.undo !== null) && (
        <Decide
          brief={data}
          answers={answers}
          keys={keys}
          onAnswer={onAnswer}
          onNotMine={() => {
            onAnswer();
            setGivingBack(true);
          }}
          next={
            next === null ? (
              isCounted(search) && <BackToList search={search} />
            ) : (
              <NextHandoff next={next} passedOver={passedOver} search={search} />
            )
          }
        />
      )}
      {givingBack && <GiveBack brief={data} answers={answers} onClose={() => setGivingBack(false)} />}
    </article>
  );
}
