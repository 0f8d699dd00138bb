import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** How a person stands in a list to choose from: by name, and marked where it is oneself. */
export function usePersonLabel(): (person: { readonly id: string; readonly name: string }) => string {
  const t = useTexts<typeof texts>('people');
  const { id: own } = useSession().person;
  return ({ id, name }) => (id === own ? t('nameOwn', { name }) : name);
}
