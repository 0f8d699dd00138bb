import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** How a person stands in a list to choose from: by name, and marked where it is oneself, or somebody deactivated. */
export function usePersonLabel(): (person: {
  readonly id: string;
  readonly name: string;
  readonly active?: boolean;
}) => string {
  const t = useTexts<typeof texts>('people');
  const { id: own } = useSession().person;
  return ({ id, name, active }) => {
    if (id === own) return t('nameOwn', { name });
    return active === false ? t('nameGone', { name }) : name;
  };
}
