import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** A span of time, below a minute in seconds to one place: 「0.4秒」. */
export function useShortSpan(): (spanMs: number) => string {
  const t = useTexts<typeof texts>('operations');
  const formats = useFormats();
  return (spanMs) =>
    spanMs < 60_000 ? t('seconds', { seconds: (Math.round(spanMs / 100) / 10).toFixed(1) }) : formats.span(spanMs);
}
