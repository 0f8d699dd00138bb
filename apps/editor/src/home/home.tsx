import { asInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

export function Home() {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const { organisation } = useSession();
  return (
    <Page>
      <PageHeader title={organisation.name} name={t('title')} above={formats.dateTime(asInstant(Date.now()))} />
    </Page>
  );
}
