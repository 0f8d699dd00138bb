import { Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** What a lead said of marketing mails: the words it agreed to, and where that was. */
export interface Said {
  readonly wording: string;
  readonly source: string;
}

/** Agreement needs the words agreed to, a refusal does not. */
export function isSaidComplete({ given, said }: { given: boolean; said: Said }): boolean {
  return said.source.trim() !== '' && (!given || said.wording.trim() !== '');
}

export function SaidFields({
  given,
  said,
  onChange,
  focused = false,
}: {
  given: boolean;
  said: Said;
  onChange: (said: Said) => void;
  /** The dialog begins here. */
  focused?: boolean;
}) {
  const t = useTexts<typeof texts>('leads');
  return (
    <>
      {given && (
        <Textarea
          label={t('noteWording')}
          description={t('noteWordingHelp')}
          value={said.wording}
          onChange={({ currentTarget }) => onChange({ ...said, wording: currentTarget.value })}
          maxLength={1_000}
          autosize
          minRows={2}
          required
        />
      )}
      <TextInput
        label={t('noteSource')}
        description={t(given ? 'noteSourceHelp' : 'noteRefusalHelp')}
        value={said.source}
        onChange={({ currentTarget }) => onChange({ ...said, source: currentTarget.value })}
        maxLength={300}
        required
        data-autofocus={focused || undefined}
      />
    </>
  );
}
