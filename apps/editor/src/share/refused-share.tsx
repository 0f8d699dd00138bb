import { Group } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import type { texts } from './texts.ja.ts';

/** A link that opens nothing, and whom to ask. */
export function RefusedShare({ kind }: { kind: 'expired' | 'unknown' }) {
  const t = useTexts<typeof texts>('share');
  return (
    <PlainPage>
      <title>{`${t(`${kind}Title`)} | Sodate`}</title>
      <EmptyState title={t(`${kind}Title`)} help={t(`${kind}Help`)} />
      <Group justify="center">
        <LanguageSwitch />
      </Group>
    </PlainPage>
  );
}
