import { Button, SegmentedControl, Textarea } from '@mantine/core';
import type { NodeId } from '@sodate/journey/id';
import type { Comment } from '@sodate/services/journey/list-comments';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCompany, useJourney } from '../journeys/journey-context.ts';
import { PersonMark } from '../journeys/person-mark.tsx';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Pages } from '../parts/pages.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './comments.module.css';
import type { texts } from './texts.ja.ts';

const longest = 2_000;

/** What people say to each other about a node. Everybody who reads the journey sees it and may answer. */
export function Comments({ node }: { node: NodeId }) {
  const t = useTexts<typeof texts>('inspector');
  const { journey } = useJourney();
  const [which, setWhich] = useState<Which>('open');
  const paging = usePaging({ reset: `${node}/${which}` });
  const { data } = useQuery({
    ...trpc.journeys.comments.queryOptions({
      journey,
      node,
      which,
      limit: 20,
      ...(paging.after === undefined ? {} : { after: paging.after }),
    }),
    placeholderData: keepPreviousData,
  });
  // The stream tells how many are open: whatever changes that is worth a look.
  const open = useCompany(({ openComments }) => openComments[node] ?? 0);
  useEffect(() => {
    if (open >= 0) refresh();
  }, [open]);
  return (
    <>
      <Write node={node} />
      <SegmentedControl
        fullWidth
        value={which}
        onChange={(value) => setWhich(value === 'resolved' ? 'resolved' : 'open')}
        data={(['open', 'resolved'] as const).map((value) => ({ value, label: t(`comments-${value}`) }))}
      />
      {data?.rows.length === 0 && <p className="muted">{t(which === 'open' ? 'noComments' : 'noneResolved')}</p>}
      <ul className={classes.comments}>
        {data?.rows.map((comment) => (
          <li key={comment.id}>
            <OneComment comment={comment} />
          </li>
        ))}
      </ul>
      {(paging.page > 1 || data?.next !== undefined) && <Pages paging={paging} next={data?.next} />}
    </>
  );
}

type Which = 'open' | 'resolved';

function refresh(): void {
  void queryClient.invalidateQueries(trpc.journeys.comments.pathFilter());
}

function Write({ node }: { node: NodeId }) {
  const t = useTexts<typeof texts>('inspector');
  const { journey } = useJourney();
  const [body, setBody] = useState('');
  const add = useMutation(
    trpc.journeys.addComment.mutationOptions({
      onSuccess: () => {
        setBody('');
        refresh();
      },
    }),
  );
  const send = () => {
    if (body.trim() !== '' && !add.isPending) add.mutate({ journey, node, body });
  };
  return (
    <div className={classes.write}>
      <Textarea
        label={t('comment')}
        description={t('commentHelp')}
        autosize
        minRows={2}
        maxLength={longest}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <Button variant="default" loading={add.isPending} disabled={body.trim() === ''} onClick={send}>
        {t('commentDo')}
      </Button>
    </div>
  );
}

function OneComment({ comment }: { comment: Comment }) {
  const t = useTexts<typeof texts>('inspector');
  const { journey } = useJourney();
  const { dateTime } = useFormats();
  const { person } = useSession();
  const resolve = useMutation(trpc.journeys.resolveComment.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(trpc.journeys.removeComment.mutationOptions({ onSuccess: refresh }));
  const { id, by, at, body, resolvedAt, resolvedBy } = comment;
  const resolved = resolvedAt !== null;
  const mine = by?.id === person.id || person.role === 'admin';
  return (
    <article className={classes.comment}>
      <header>
        {by !== null && <PersonMark person={{ user: by.id, name: by.name }} size={22} />}
        <b>{by?.name ?? t('formerPerson')}</b>
        <time>{dateTime(at)}</time>
      </header>
      <p>{body}</p>
      {resolved && (
        <small>{t('resolvedBy', { name: resolvedBy ?? t('formerPerson'), time: dateTime(resolvedAt) })}</small>
      )}
      <footer>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={resolve.isPending}
          onClick={() => resolve.mutate({ journey, comment: id, resolved: !resolved })}
        >
          {t(resolved ? 'reopen' : 'resolve')}
        </Button>
        {mine && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="danger"
            loading={remove.isPending}
            onClick={() => remove.mutate({ journey, comment: id })}
          >
            {t('removeComment')}
          </Button>
        )}
      </footer>
    </article>
  );
}
