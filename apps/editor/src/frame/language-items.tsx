import { Menu } from '@mantine/core';
import type { Language } from '@sodate/journey/text';
import { useMutation } from '@tanstack/react-query';
import { switchLanguage } from '../language/language.ts';
import { languageNames } from '../language/language-names.ts';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** The languages, to be chosen from a person's menu; the choice is kept with the account. */
export function LanguageItems() {
  const t = useTexts<typeof texts>('frame');
  const inUse = useLanguage();
  const save = useMutation(
    trpc.people.updateOwn.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    }),
  );
  const choose = (language: Language) => {
    void switchLanguage(language);
    save.mutate({ language });
  };
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      <Menu.RadioGroup value={inUse} onChange={(value) => choose(value as Language)}>
        {languageNames.map(({ language, name }) => (
          <Menu.RadioItem
            key={language}
            value={language}
            lang={language}
            checkIcon={<Icon name="check" />}
            closeMenuOnClick
          >
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
