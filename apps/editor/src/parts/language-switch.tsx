import { SegmentedControl } from '@mantine/core';
import type { Language } from '@sodate/journey/text';
import { switchLanguage } from '../language/language.ts';
import { useLanguage } from '../language/use-language.ts';

const names = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
];

/** Each language in its own name, so that it can be found from the wrong one. */
export function LanguageSwitch({ onSwitch }: { onSwitch?: (language: Language) => void }) {
  const language = useLanguage();
  const choose = (value: string) => {
    void switchLanguage(value as Language);
    onSwitch?.(value as Language);
  };
  return <SegmentedControl size="xs" data={names} value={language} onChange={choose} aria-label="言語 / Language" />;
}
