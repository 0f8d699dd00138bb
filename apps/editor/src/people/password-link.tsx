import { Button } from '@mantine/core';
import type { ListedPerson } from '@sodate/services/person/list-people';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { SentLink } from './sent-link.tsx';
import type { texts } from './texts.ja.ts';

/** Mails somebody a link to choose a new password, and shows it. */
export function PasswordLink({ person }: { person: ListedPerson }) {
  const t = useTexts<typeof texts>('people');
  const send = useMutation(trpc.people.sendPasswordLink.mutationOptions());
  if (send.data !== undefined) return <SentLink email={person.email} {...send.data} />;
  return (
    <div>
      <Button variant="default" loading={send.isPending} onClick={() => send.mutate({ id: person.id })}>
        {t(person.madeUp ? 'makeLink' : 'sendLink')}
      </Button>
      <p className="muted">{t(person.madeUp ? 'makeLinkHelp' : 'sendLinkHelp')}</p>
    </div>
  );
}
