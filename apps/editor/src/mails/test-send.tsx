import { Button, Popover, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './mail-editor.module.css';
import type { texts } from './texts.ja.ts';
import type { MailContent } from './use-mail-draft.ts';

/** Sends what is written now to one address of our own. */
export function TestSend({ content, lead }: { content: MailContent; lead: string | undefined }) {
  const t = useTexts<typeof texts>('mails');
  const { email } = useSession().person;
  const [opened, setOpened] = useState(false);
  const [to, setTo] = useState(email);
  const [caught, setCaught] = useState<string>();
  const { data: mailbox } = useQuery(trpc.mailbox.exists.queryOptions(undefined, { staleTime: Infinity }));
  const send = useMutation(
    trpc.mails.sendTest.mutationOptions({
      onSuccess: () => {
        // What stays in the local mailbox is read there: the way to it must not pass by.
        if (mailbox === true) return setCaught(to);
        setOpened(false);
        showSaved(t('testSent', { address: to }));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setCaught(undefined);
    const { kind, subject, preview, body } = content;
    send.mutate({ to, content: { kind, subject, preview, body }, ...(lead === undefined ? {} : { lead }) });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withArrow>
      <Popover.Target>
        <Button variant="default" leftSection={<Icon name="mail" />} onClick={() => setOpened((was) => !was)}>
          {t('testTitle')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.test} onSubmit={submit}>
          <TextInput
            label={t('testTo')}
            description={t('testHelp')}
            type="email"
            required
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button type="submit" loading={send.isPending}>
            {t('testSend')}
          </Button>
          <p role="status" className={classes.testSent}>
            {caught !== undefined && (
              <>
                {t('testSent', { address: caught })}
                <Link className="link" to="/mailbox">
                  {t('testRead')}
                </Link>
              </>
            )}
          </p>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
