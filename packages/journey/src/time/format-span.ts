import type { Language } from '../text.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A span in the two units that matter: 「2時間10分」 "2 h 10 min". Under a minute counts as one. */
export function formatSpan({ spanMs, language }: { spanMs: number; language: Language }): string {
  const minutes = Math.max(1, Math.floor(spanMs / minuteMs));
  const days = Math.floor(spanMs / dayMs);
  const hours = Math.floor((spanMs % dayMs) / hourMs);
  const rest = minutes % 60;
  if (days > 0)
    return join([part({ amount: days, unit: 'day', language }), part({ amount: hours, unit: 'hour', language })]);
  return join([part({ amount: hours, unit: 'hour', language }), part({ amount: rest, unit: 'minute', language })]);

  function join(parts: readonly string[]): string {
    return parts.filter((text) => text !== '').join(language === 'ja' ? '' : ' ');
  }
}

const units = {
  ja: { day: '日', hour: '時間', minute: '分' },
  en: { day: ' d', hour: ' h', minute: ' min' },
} as const;

function part({
  amount,
  unit,
  language,
}: {
  amount: number;
  unit: keyof (typeof units)['ja'];
  language: Language;
}): string {
  return amount === 0 ? '' : `${amount}${units[language][unit]}`;
}
