import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { BackLink } from '../parts/back-link.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { ChooseFile } from './choose-file.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { ImportProgress } from './import-progress.tsx';
import { MatchColumns } from './match-columns.tsx';
import type { CsvFile } from './read-csv.ts';
import type { texts } from './texts.ja.ts';

/** Leads from a file: choose it, say what its columns are, see what would become of each row, take them in. */
export function LeadImport() {
  const t = useTexts<typeof texts>('lead-import');
  const { id } = useSearch({ from: '/frame/leads/import' });
  const navigate = useNavigate({ from: '/leads/import' });
  const [file, setFile] = useState<CsvFile>();
  const open = (opened: string | undefined) =>
    void navigate({ search: opened === undefined ? {} : { id: opened }, replace: true });
  return (
    <Page narrow>
      <PageHeader title={t('title')} help={t('help')} above={<BackLink to="/leads">{t('leads')}</BackLink>} />
      {id !== undefined && <ImportProgress id={id} onAnother={() => open(undefined)} />}
      {id === undefined && file === undefined && (
        <>
          <ChooseFile onChosen={setFile} />
          <EarlierImports />
        </>
      )}
      {id === undefined && file !== undefined && (
        <MatchColumns
          file={file}
          onBack={() => setFile(undefined)}
          onSent={(sent) => {
            setFile(undefined);
            open(sent);
          }}
        />
      )}
    </Page>
  );
}
