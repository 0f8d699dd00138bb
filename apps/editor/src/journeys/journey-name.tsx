import type { JourneyId } from '@sodate/journey/id';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';
import classes from './top-bar.module.css';

/** The journey's name; pressing it renames. */
export function JourneyName({ journey, name, mayRename }: { journey: JourneyId; name: string; mayRename: boolean }) {
  const t = useTexts<typeof texts>('journeys');
  const [typed, setTyped] = useState<string>();
  const rename = useMutation(
    trpc.journeys.rename.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.journeys.get.queryFilter({ journey })),
    }),
  );
  const finish = () => {
    const wanted = typed?.trim() ?? '';
    setTyped(undefined);
    if (wanted !== '' && wanted !== name) rename.mutate({ journey, name: wanted });
  };
  if (typed === undefined) {
    const shown = rename.isPending ? rename.variables.name : name;
    return (
      <h1 className={classes.name} title={mayRename ? t('rename', { name }) : name}>
        {mayRename ? (
          <button type="button" onClick={() => setTyped(name)}>
            {shown}
          </button>
        ) : (
          shown
        )}
      </h1>
    );
  }
  return (
    <input
      ref={(input) => input?.focus()}
      className={classes.rename}
      aria-label={t('name')}
      maxLength={80}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish();
        if (event.key === 'Escape') setTyped(undefined);
      }}
    />
  );
}
