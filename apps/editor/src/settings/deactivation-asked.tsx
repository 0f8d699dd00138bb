import { Button } from '@mantine/core';
import type { ListedPerson } from '@sodate/services/person/list-people';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts as peopleTexts } from '../people/texts.ja.ts';
import { Warning } from '../people/warning.tsx';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** For an admin who was asked to deactivate somebody: who asked, and the way, where their notice has led. */
export function DeactivationAsked({
  person: { id, name },
  onDeactivate,
}: {
  person: Pick<ListedPerson, 'id' | 'name'>;
  onDeactivate: () => void;
}) {
  const t = useTexts<typeof texts>('settings');
  const words = useTexts<typeof peopleTexts>('people');
  const formats = useFormats();
  const { data } = useQuery(trpc.people.deactivationAsked.queryOptions({ id }, { staleTime: 0 }));
  const asked = data?.asked ?? null;
  if (asked === null) return null;
  return (
    <Warning>
      <p>{t('deactivation.askedOfYou', { by: asked.by, at: formats.dateTime(asked.at), name })}</p>
      <Button size="compact-sm" variant="default" onClick={onDeactivate}>
        {words('leave')}
      </Button>
    </Warning>
  );
}
