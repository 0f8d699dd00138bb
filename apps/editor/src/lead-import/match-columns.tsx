import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { guessFields } from './guess-fields.ts';
import { hintsAtConsent } from './hints-at-consent.ts';
import { type ImportChoices, ImportOptions, isConsentComplete, noChoices } from './import-options.tsx';
import classes from './lead-import.module.css';
import type { CsvFile } from './read-csv.ts';
import { SendProgress } from './send-progress.tsx';
import type { texts } from './texts.ja.ts';
import { useFieldChoices } from './use-field-choices.ts';
import { useSendRows } from './use-send-rows.ts';

const examples = 3;

interface Matching {
  readonly file: CsvFile;
  readonly onBack: () => void;
  readonly onSent: (id: string) => void;
}

/** Says of each column of the file which field it is, and what becomes of leads that are there already. */
export function MatchColumns({ file, onBack, onSent }: Matching) {
  const t = useTexts<typeof texts>('lead-import');
  const choices = useFieldChoices();
  const [changed, setChanged] = useState<Readonly<Record<number, string | undefined>>>({});
  const [options, setOptions] = useState<ImportChoices>(noChoices);
  const { send, sent, cancel } = useSendRows({ onSent });
  if (choices === undefined) return null;
  const guessed = guessFields({ heads: file.heads, choices });
  const fields = file.heads.map((_, index) => (index in changed ? changed[index] : guessed[index]));
  const consentAt = fields.indexOf('consent');
  const column = consentAt < 0 ? undefined : file.heads[consentAt] || t('noHead', { number: consentAt + 1 });
  const missed = consentAt < 0 ? file.heads.find((head, index) => !fields[index] && hintsAtConsent(head)) : undefined;
  const namesSomebody = fields.includes('name') || fields.includes('email');
  if (sent !== undefined) return <SendProgress done={sent} rows={file.rows.length} onCancel={cancel} />;
  return (
    <Stack gap="md">
      <Panel
        title={t('matchTitle')}
        aside={t('fileFacts', { name: file.name, count: file.rows.length, encoding: file.encoding })}
      >
        <ul className={classes.columns}>
          {file.heads.map((head, index) => (
            <li key={`${index}/${head}`}>
              <div className={classes.column}>
                <b>{head || t('noHead', { number: index + 1 })}</b>
                <small className="muted">{exampleOf({ file, index }) || t('noExample')}</small>
              </div>
              <Select
                aria-label={t('fieldOf', { head: head || t('noHead', { number: index + 1 }) })}
                placeholder={t('leaveOut')}
                data={choices.map((one) => ({
                  ...one,
                  disabled: one.value !== fields[index] && fields.includes(one.value),
                }))}
                value={fields[index] ?? null}
                onChange={(value) => setChanged({ ...changed, [index]: value ?? undefined })}
                searchable
                clearable
              />
            </li>
          ))}
        </ul>
        {missed !== undefined && (
          <p role="status" className={classes.missed}>
            <Icon name="alert" size={14} />
            {t('missedConsent', { column: missed })}
          </p>
        )}
        {!namesSomebody && (
          <p role="alert" className={classes.problem}>
            {t('needsSomebody')}
          </p>
        )}
      </Panel>
      <ImportOptions choices={options} column={column} onChange={setOptions} />
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="idle" onClick={onBack}>
          {t('otherFile')}
        </Button>
        <Button
          disabled={!namesSomebody || !isConsentComplete({ choices: options, column })}
          onClick={() => void send({ file, fields, options })}
        >
          {t('check')}
        </Button>
      </Group>
    </Stack>
  );
}

function exampleOf({ file, index }: { file: CsvFile; index: number }): string {
  const filled = file.rows.slice(0, 50).flatMap(({ cells }) => cells[index]?.trim() || []);
  return filled.slice(0, examples).join(' · ').slice(0, 120);
}
