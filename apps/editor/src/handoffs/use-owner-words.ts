import { useTexts } from '../language/use-texts.ts';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';

/** Whose a hand-off is, and whether they are there to answer. */
export function useOwnerWords(): (owner: Brief['owner']) => string {
  const t = useTexts<typeof texts>('handoffs');
  return (owner) => {
    if (owner === null) return t('nobody');
    const { name, left, away } = owner;
    if (left) return t('ownerLeft', { name });
    return t(away ? 'ownerAway' : 'ownedBy', { name });
  };
}
