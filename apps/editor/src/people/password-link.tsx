import { Button } from '@mantine/core';
import type { ListedPerson } from '@sodate/services/person/list-people';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { SentLink } from './sent-link.tsx';
import type { texts } from './texts.ja.ts';

/** Mails somebody a link to choose a password, and shows it: a new one, or their first. */
export function PasswordLink({ person }: { person: ListedPerson }) {
  const t = useTexts<typeof texts>('people');
  const send = useMutation(trpc.people.sendPasswordLink.mutationOptions());
  const words = wordsFor(person);
  if (send.data !== undefined) return <SentLink email={person.email} {...send.data} />;
  return (
    <div>
      <Button variant="default" loading={send.isPending} onClick={() => send.mutate({ id: person.id })}>
        {t(words)}
      </Button>
      <p className="muted">{t(`${words}Help`)}</p>
    </div>
  );
}

function wordsFor({ madeUp, invited }: ListedPerson) {
  if (madeUp) return 'makeLink';
  return invited ? 'inviteAgain' : 'sendLink';
}
