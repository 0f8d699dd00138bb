import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { BrokenLinkNote } from './broken-link-note.tsx';
import { completeAddress } from './complete-address.ts';
import classes from './mail-editor.module.css';
import type { PlainBlock } from './plain-body.ts';
import type { texts } from './texts.ja.ts';
import type { BrokenLink } from './use-broken-links.ts';

type Button = Extract<PlainBlock, { kind: 'button' }>;

/** A button of the body: its words, and where it leads. */
export function ButtonBlock({
  block: { label, address: leadsTo },
  readOnly,
  left,
  broken,
  onChange,
  onLeave,
  address,
}: {
  block: Button;
  readOnly: boolean;
  /** The writer has been at the address. */
  left: boolean;
  /** Where the page of its address is not there. */
  broken: BrokenLink | undefined;
  onChange: (block: Partial<Button>) => void;
  onLeave: () => void;
  address: Ref<HTMLInputElement>;
}) {
  const t = useTexts<typeof texts>('mails');
  return (
    <div className={classes.button}>
      <TextInput
        label={t('block.label')}
        readOnly={readOnly}
        value={label}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <TextInput
        ref={address}
        label={t('block.address')}
        placeholder="https://"
        readOnly={readOnly}
        value={leadsTo}
        error={left && leadsTo === ''}
        description={
          broken !== undefined && (
            <BrokenLinkNote link={broken} onReplace={readOnly ? undefined : (meant) => onChange({ address: meant })} />
          )
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onBlur={() => {
          const meant = completeAddress(leadsTo);
          if (!readOnly && meant !== leadsTo) onChange({ address: meant });
          onLeave();
        }}
        onChange={(event) => onChange({ address: event.currentTarget.value.trim() })}
      />
    </div>
  );
}
