import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { readErrorText } from '../server/read-error.ts';
import type { texts } from './texts.ja.ts';

/** In place of a screen that failed to load: says why, and offers another try. */
export function ScreenError({ error, reset }: { error: unknown; reset?: () => void }) {
  const t = useTexts<typeof texts>('frame');
  const text = useText();
  const router = useRouter();
  const loadAgain = async () => {
    reset?.();
    await router.invalidate();
  };
  return (
    <EmptyState title={t('failed')} help={text(readErrorText(error))}>
      <Button variant="default" onClick={() => void loadAgain()}>
        {t('again')}
      </Button>
    </EmptyState>
  );
}
