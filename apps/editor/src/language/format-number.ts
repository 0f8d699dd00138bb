import type { Language } from '@sodate/journey/text';

const made = new Map<string, Intl.NumberFormat>();

/** Made once, and when it is first needed: each takes a slow phone tens of milliseconds. */
function formatOf({ language, options = {} }: { language: Language; options?: Intl.NumberFormatOptions }) {
  const key = `${language} ${options.style}`;
  const format = made.get(key) ?? new Intl.NumberFormat(language, options);
  made.set(key, format);
  return format;
}

/** 1,284 */
export function formatNumber({ value, language }: { value: number; language: Language }): string {
  return formatOf({ language }).format(value);
}

/** 0.234 → 23% */
export function formatPercent({ share, language }: { share: number; language: Language }): string {
  return formatOf({ language, options: { style: 'percent', maximumFractionDigits: 0 } }).format(share);
}
