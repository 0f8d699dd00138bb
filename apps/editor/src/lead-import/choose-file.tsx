import { FileInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { type CsvFile, readCsv } from './read-csv.ts';
import type { texts } from './texts.ja.ts';

/** The server refuses longer files. */
const mostRows = 200_000;

/** Takes a CSV file and reads it in the browser; nothing is sent yet. */
export function ChooseFile({ onChosen }: { onChosen: (file: CsvFile) => void }) {
  const t = useTexts<typeof texts>('lead-import');
  const [problem, setProblem] = useState<string>();
  const read = async (file: File | null) => {
    if (file === null) return;
    const csv = readCsv({ name: file.name, bytes: await file.arrayBuffer() });
    if (csv.rows.length === 0) setProblem(t('fileEmpty'));
    else if (csv.rows.length > mostRows) setProblem(t('fileLong', { count: mostRows }));
    else onChosen(csv);
  };
  return (
    <Panel title={t('chooseTitle')}>
      <Stack gap="sm">
        <FileInput
          label={t('file')}
          description={t('fileHelp')}
          placeholder={t('filePlaceholder')}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          error={problem}
          onChange={(file) => void read(file)}
        />
      </Stack>
    </Panel>
  );
}
