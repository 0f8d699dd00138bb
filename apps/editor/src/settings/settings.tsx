import { useTexts } from '../language/use-texts.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import type { texts } from './texts.ja.ts';

export function Settings() {
  const t = useTexts<typeof texts>('settings');
  return (
    <Page narrow>
      <PageHeader title={t('title')} />
      <LanguageSwitch />
    </Page>
  );
}
