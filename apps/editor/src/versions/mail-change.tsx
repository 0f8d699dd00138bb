import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { wordMailLine } from '@sodate/journey/graph/mail-variables';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { MailChange as ChangedMail, WrittenMail } from '@sodate/services/journey/read-mail-change';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts as mailTexts } from '../mails/texts.ja.ts';
import { useMayWrite } from '../mails/use-may-write.ts';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { trpc } from '../server/trpc.ts';
import { compareLines } from './compare-lines.ts';
import classes from './mail-change.module.css';
import type { texts } from './texts.ja.ts';
import type { Compared } from './versions-page.tsx';

interface ChangeGiven {
  readonly journey: JourneyId;
  readonly compared: Compared;
  readonly node: NodeId;
}

/** Opens what a mail said before, beside what it says now. */
export function MailChange({ name, ...given }: ChangeGiven & { name: string }) {
  const t = useTexts<typeof texts>('versions');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        className={classes.open ?? ''}
        size="compact-sm"
        variant="default"
        aria-label={`${t('readMail')}: ${name}`}
        onClick={() => setOpened(true)}
      >
        {t('readMail')}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('mail', { name })} size={720}>
        <Change {...given} />
        <RestoreMail {...given} onRestored={() => setOpened(false)} />
      </Modal>
    </>
  );
}

/** Writes the mail again as either of the two versions sends it. */
function RestoreMail({ journey, compared, node, onRestored }: ChangeGiven & { onRestored: () => void }) {
  const t = useTexts<typeof texts>('versions');
  const queries = useQueryClient();
  const may = useMayWrite();
  const restore = useMutation(
    trpc.versions.restoreMail.mutationOptions({
      onSuccess: async ({ name }, { number }) => {
        onRestored();
        notifications.show({ message: t('mailRestored', { name, number: String(number) }), color: 'ok' });
        await Promise.all(
          [trpc.versions, trpc.mails, trpc.journeys].map((one) => queries.invalidateQueries(one.pathFilter())),
        );
      },
    }),
  );
  const numbers = [compared.before, compared.after].filter((side) => typeof side === 'number');
  if (!may || numbers.length === 0) return null;
  return (
    <div className={classes.restore}>
      {numbers.map((number) => (
        <Button
          key={number}
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate({ journey, number, node })}
        >
          {t('restoreMail', { number: String(number) })}
        </Button>
      ))}
      <p className="muted">{t('restoreMailHelp')}</p>
    </div>
  );
}

function Change({ journey, compared, node }: ChangeGiven) {
  const t = useTexts<typeof texts>('versions');
  const { data } = useQuery(trpc.versions.mailChange.queryOptions({ journey, ...compared, node }, { staleTime: 0 }));
  if (data === undefined) return <PendingScreen />;
  const { before, after } = data;
  if (before === null || after === null) return <p>{t('mailUnreadable')}</p>;
  return <Sides before={before} after={after} />;
}

function Sides({ before, after }: { readonly [Key in keyof ChangedMail]: WrittenMail }) {
  const t = useTexts<typeof texts>('versions');
  const mails = useTexts<typeof mailTexts>('mails');
  const text = useText();
  const { data: attributes = [] } = useQuery(trpc.attributes.list.queryOptions());
  const word = (line: string) => text(wordMailLine({ line, attributes }));
  const parts = [
    { title: mails('kind'), before: mails(`kind.${before.kind}`), after: mails(`kind.${after.kind}`) },
    { title: mails('subject'), before: word(before.subject), after: word(after.subject) },
    { title: mails('preview'), before: word(before.preview), after: word(after.preview) },
    { title: t('mailBody'), before: word(before.text), after: word(after.text) },
  ];
  const changed = parts.filter((part) => part.before !== part.after);
  return (
    <div className={classes.parts}>
      {changed.length === 0 && <p>{t('mailLooksOnly')}</p>}
      {changed.map((part) => (
        <section key={part.title} aria-label={part.title}>
          <h3>{part.title}</h3>
          <Lines before={part.before} after={part.after} />
        </section>
      ))}
    </div>
  );
}

const marks = { gone: 'del', come: 'ins', same: 'span' } as const;

/** What went is struck out, what came is set off; screen readers hear the same from a word before each line. */
function Lines({ before, after }: { before: string; after: string }) {
  const t = useTexts<typeof texts>('versions');
  return (
    <ul className={classes.lines}>
      {compareLines({ before, after }).map(({ kind, words }, index) => (
        // Lines may be alike: their place tells them apart.
        <li key={index} data-kind={kind}>
          {kind !== 'same' && <span className={classes.sign}>{t(kind === 'gone' ? 'lineGone' : 'lineCome')}</span>}
          <span>
            {words.map((one, at) => {
              const Tag = one.marked ? marks[kind] : 'span';
              return <Tag key={at}>{one.text}</Tag>;
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
