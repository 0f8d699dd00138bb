import { Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { switchLanguage } from '../language/language.ts';
import { languageNames } from '../language/language-names.ts';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import classes from './navigation.module.css';
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
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      {languageNames.map(({ language, name }) => (
        <Menu.Item
          key={language}
          role="menuitemradio"
          aria-checked={language === inUse}
          lang={language}
          leftSection={language === inUse ? <Icon name="check" /> : <span className={classes.noIcon} />}
          onClick={() => {
            void switchLanguage(language);
            save.mutate({ language });
          }}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
