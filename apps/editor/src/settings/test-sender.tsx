import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { TestResult } from './test-result.tsx';
import type { texts } from './texts.ja.ts';

/** Sends one mail from the sender as it stands in the form, and shows what the mail server answered. */
export function TestSender({
  sender,
}: {
  sender: { readonly name: string; readonly email: string; readonly postalAddress: string };
}) {
  const t = useTexts<typeof texts>('settings');
  const text = useText();
  const { person, demo } = useSession();
  const test = useMutation(trpc.organisation.testSender.mutationOptions());
  const ready = sender.name.trim() !== '' && /^\S+@\S+\.\S+$/.test(sender.email);
  return (
    <>
      <div>
        <Button variant="default" disabled={!ready} loading={test.isPending} onClick={() => test.mutate({ sender })}>
          {t('test.sender')}
        </Button>
        <p className="muted">{t('test.senderHelp', { email: person.email })}</p>
      </div>
      {test.data !== undefined && (
        <TestResult
          ok={test.data.sent}
          title={test.data.sent ? t('test.sent', { email: test.data.to }) : t('test.notSent')}
          answer={test.data.answer === '' ? undefined : t('test.answer', { answer: test.data.answer })}
          mend={
            test.data.mend === null
              ? demo && (
                  <a className="link" href="/mailbox">
                    {t('test.mailbox')}
                  </a>
                )
              : text(test.data.mend)
          }
        />
      )}
    </>
  );
}
