import { SegmentedControl } from '@mantine/core';
import type { Language } from '@sodate/journey/text';
import { switchLanguage } from '../language/language.ts';
import { languageNames } from '../language/language-names.ts';
import { useLanguage } from '../language/use-language.ts';

const names = languageNames.map(({ language, name }) => ({ value: language, label: name }));

export function LanguageSwitch({ onSwitch }: { onSwitch?: (language: Language) => void }) {
  const language = useLanguage();
  const choose = (value: string) => {
    // First switched: what is said of the choice is said in the language chosen.
    void switchLanguage(value as Language).then(() => onSwitch?.(value as Language));
  };
  return <SegmentedControl size="xs" data={names} value={language} onChange={choose} aria-label="言語 / Language" />;
}
