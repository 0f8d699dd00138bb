import { useTexts } from '../language/use-texts.ts';
import { marketingTopic } from './may-be-mailed.ts';
import type { texts } from './texts.ja.ts';

/** What a lead said about receiving something, in the same words wherever it is told: 「案内のメール：聞いていない」. */
export function useConsentWords() {
  const t = useTexts<typeof texts>('leads');
  return ({ topic, given }: { topic: string; given: boolean | null }) => {
    const about = { topic: topic === marketingTopic ? t('topic.marketing') : topic };
    if (given === null) return t('notAskedFor', about);
    return t(given ? 'agreed' : 'withdrawn', about);
  };
}
