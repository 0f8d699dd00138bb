import { Button, CopyButton } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import classes from './copy-field.module.css';
import type { texts } from './texts.ja.ts';

/** A piece of code or a key to be copied. `label` names it for screen readers. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const t = useTexts<typeof texts>('parts');
  return (
    <div className={classes.field}>
      <input
        className={classes.code}
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy} aria-live="polite">
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
