import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { type ChosenLead, LeadChoice } from './lead-choice.tsx';
import { MailFrame } from './mail-frame.tsx';
import classes from './mail-preview.module.css';
import type { texts } from './texts.ja.ts';
import type { MailPreviewData } from './use-mail-preview.ts';

type Width = 'wide' | 'narrow' | 'text';

/** The mail as it reaches one reader, at the width of a desk or of a phone. */
export function MailPreview({
  preview,
  lead,
  onLead,
}: {
  preview: MailPreviewData | undefined;
  lead: ChosenLead | null;
  onLead: (lead: ChosenLead | null) => void;
}) {
  const t = useTexts<typeof texts>('mails');
  const [width, setWidth] = useState<Width>('wide');
  return (
    <section className={classes.preview} aria-label={t('previewTitle')}>
      <div className={classes.tools}>
        <LeadChoice chosen={lead} onChoose={onLead} />
        <SegmentedControl
          aria-label={t('width.label')}
          value={width}
          onChange={(value) => setWidth(value as Width)}
          data={[
            { value: 'wide', label: t('width.wide') },
            { value: 'narrow', label: t('width.narrow') },
            { value: 'text', label: t('width.text') },
          ]}
        />
      </div>
      {preview === undefined ? null : <Arrived preview={preview} width={width} />}
    </section>
  );
}

function Arrived({ preview, width }: { preview: MailPreviewData; width: Width }) {
  const t = useTexts<typeof texts>('mails');
  if (preview.html === '') return <EmptyState icon="mail" title={t('previewTitle')} help={t('previewWaits')} />;
  return (
    <div className={classes.paper}>
      <p className={classes.subject}>{preview.subject || <span className="muted">{t('noSubject')}</span>}</p>
      {width === 'text' ? (
        <pre className={classes.text}>{preview.text}</pre>
      ) : (
        <div className={width === 'narrow' ? classes.narrow : classes.wide}>
          <MailFrame title={t('previewTitle')} html={preview.html} />
        </div>
      )}
    </div>
  );
}
