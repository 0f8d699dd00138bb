import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import classes from './brief.module.css';
import { BriefHead } from './brief-head.tsx';
import { BriefMain } from './brief-main.tsx';
import { BriefSide } from './brief-side.tsx';
import { Decide } from './decide.tsx';
import type { InboxSearch } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';
import { NextHandoff } from './next-handoff.tsx';
import { OverdueNote } from './overdue-note.tsx';
import { StuckNote } from './stuck-note.tsx';
import type { texts } from './texts.ja.ts';
import { useAnswers } from './use-answers.ts';

/** All a rep should know before the first call, and what to answer. */
export function BriefView({
  handoff,
  search,
  next,
  onAnswer,
}: {
  handoff: string;
  search: InboxSearch;
  /** The next one that waits, if any; null where that is not known. */
  next: ListedHandoff | undefined | null;
  /** Before an answer is sent: it may take the hand-off out of the list. */
  onAnswer: () => void;
}) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const answers = useAnswers();
  const { data, error } = useQuery(
    trpc.handoffs.brief.queryOptions(
      { handoff },
      // A test is fast-forwarded by somebody who waits to see what comes of it.
      { meta: { silent: true }, refetchInterval: ({ state }) => (state.data?.test === true ? 2_000 : 30_000) },
    ),
  );
  const back = (
    <Link className={classes.back} to="/handoffs" search={search} resetScroll={false}>
      <Icon name="left" />
      {t('back')}
    </Link>
  );
  if (error !== null && data === undefined) {
    return (
      <article className={classes.brief}>
        {back}
        <EmptyState icon="inbox" title={t('notFound')} help={text(readErrorText(error))} />
      </article>
    );
  }
  if (data === undefined) return <article className={classes.brief} aria-busy="true" />;
  return (
    <article className={classes.brief} aria-label={t('brief', { name: data.lead.name })}>
      {back}
      <BriefHead brief={data} answers={answers} />
      <OverdueNote brief={data} answers={answers} />
      <StuckNote brief={data} answers={answers} />
      <div className={classes.columns}>
        <BriefMain brief={data} answers={answers} />
        <BriefSide brief={data} answers={answers} />
      </div>
      {data.may.answer && (
        <Decide
          brief={data}
          answers={answers}
          onAnswer={onAnswer}
          next={next !== null && <NextHandoff next={next} search={search} />}
        />
      )}
    </article>
  );
}
