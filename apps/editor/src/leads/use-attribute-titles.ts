import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Gives the title of an attribute by its name, as stored in events; the name itself where it is defined no more. */
export function useAttributeTitles(): (name: string) => string {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const { data } = useQuery(trpc.attributes.list.queryOptions(undefined, { staleTime: 300_000 }));
  return (name) => {
    if (name === 'owner') return t('owner');
    if (name === 'company') return t('company');
    const found = data?.find((attribute) => attribute.name === name);
    return found === undefined ? name : text(found.title);
  };
}
