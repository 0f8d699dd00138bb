import { useTexts } from '../language/use-texts.ts';
import { lostReasons, rejectReasons } from './reasons.ts';
import type { texts } from './texts.ja.ts';

const reasons = [...rejectReasons, ...lostReasons];

/** Words the reason why a hand-off was rejected or lost; undefined where none was given. */
export function useReasonWords(): (reason: string | null) => string | undefined {
  const t = useTexts<typeof texts>('answer-reasons');
  return (reason) => {
    const known = reasons.find((one) => one === reason);
    return known && t(known);
  };
}
