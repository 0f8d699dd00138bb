import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import classes from './copy-field.module.css';
import type { texts } from './texts.ja.ts';
import { wordKeys } from './word-keys.ts';

/** A piece of code or a key to be copied. `label` names it for screen readers. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const t = useTexts<typeof texts>('parts');
  const field = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState<{ readonly value: string; readonly isCopied: boolean }>();
  const outcome = tried?.value === value ? tried : undefined;
  const copy = async () => setTried({ value, isCopied: await copyText({ value, field: field.current }) });
  return (
    <div className={classes.frame}>
      <div className={classes.field}>
        <input
          ref={field}
          className={classes.code}
          readOnly
          aria-label={label}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="xs" variant="default" onClick={copy} aria-live="polite">
          {outcome?.isCopied === true ? t('copied') : t('copy')}
        </Button>
      </div>
      {outcome?.isCopied === false && (
        <p role="status" className={classes.refused}>
          {t('copyByKeys', { keys: wordKeys('mod+C') })}
        </p>
      )}
    </div>
  );
}

/** Whether it was copied. A page without https has no clipboard but the old way; where that fails, the field stays selected. */
async function copyText({ value, field }: { value: string; field: HTMLInputElement | null }): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return document.execCommand('copy');
  }
}
