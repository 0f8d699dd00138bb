import { Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import type { texts } from './texts.ja.ts';

const existingChoices = ['fill', 'overwrite', 'skip'] as const;

export interface ImportChoices {
  readonly existing: (typeof existingChoices)[number];
  readonly consents: boolean;
  readonly wording: string;
  readonly source: string;
}

interface Consenting {
  readonly choices: ImportChoices;
  /** The head of the column that tells who has agreed, where one does. */
  readonly column: string | undefined;
}

export const noChoices: ImportChoices = { existing: 'fill', consents: false, wording: '', source: '' };

/** Consent, by everybody or as a column says, needs the words agreed to and where that was; without it, nothing need be said. */
export function isConsentComplete({ choices: { consents, wording, source }, column }: Consenting): boolean {
  return !(consents || column !== undefined) || (wording.trim() !== '' && source.trim() !== '');
}

/** What becomes of leads that are there already, and who of the people in the file has agreed to marketing mails. */
export function ImportOptions({
  choices,
  column,
  onChange,
}: Consenting & { onChange: (choices: ImportChoices) => void }) {
  const t = useTexts<typeof texts>('lead-import');
  return (
    <Panel title={t('options')}>
      <Stack gap="md">
        <Radio.Group
          label={t('existing')}
          value={choices.existing}
          onChange={(value) =>
            onChange({ ...choices, existing: existingChoices.find((one) => one === value) ?? 'fill' })
          }
        >
          <Stack gap={6} mt={6}>
            {existingChoices.map((one) => (
              <Radio key={one} value={one} label={t(`existing.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {column === undefined ? (
          <Checkbox
            label={t('consents')}
            description={t('consentsHelp')}
            checked={choices.consents}
            onChange={({ currentTarget }) => onChange({ ...choices, consents: currentTarget.checked })}
          />
        ) : (
          <p>{t('consentsByColumn', { column })}</p>
        )}
        {(choices.consents || column !== undefined) && (
          <>
            <Textarea
              label={t('wording')}
              description={t('wordingHelp')}
              value={choices.wording}
              onChange={({ currentTarget }) => onChange({ ...choices, wording: currentTarget.value })}
              maxLength={1_000}
              autosize
              minRows={2}
              required
            />
            <TextInput
              label={t('source')}
              description={t('sourceHelp')}
              value={choices.source}
              onChange={({ currentTarget }) => onChange({ ...choices, source: currentTarget.value })}
              maxLength={300}
              required
            />
          </>
        )}
      </Stack>
    </Panel>
  );
}
