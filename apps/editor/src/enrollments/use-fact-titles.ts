import { useTexts } from '../language/use-texts.ts';
import { useAttributeTitles } from '../leads/use-attribute-titles.ts';
import type { texts } from './texts.ja.ts';

/** Names what a condition asked: the score, a count of events, an attribute. */
export function useFactTitles(): (fact: string) => string {
  const t = useTexts<typeof texts>('enrollments');
  const attributeTitle = useAttributeTitles();
  return (fact) => {
    if (isOwnFact(fact)) return t(`fact.${fact}`);
    return attributeTitle(fact);
  };
}

const ownFacts = ['score', 'events', 'stage', 'not-sent'] as const;

function isOwnFact(fact: string): fact is (typeof ownFacts)[number] {
  return ownFacts.some((own) => own === fact);
}
