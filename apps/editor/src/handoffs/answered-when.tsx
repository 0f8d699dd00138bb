import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './deadline.module.css';
import type { texts } from './texts.ja.ts';

const minuteMs = 60_000;

/** Whether the first answer came in time, or how late in business hours; nothing where there is none. */
export function AnsweredWhen({ lateMs }: { lateMs: number | null }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  if (lateMs === null) return null;
  if (lateMs === 0) return <small>{t('answered.inTime')}</small>;
  return (
    <small className={classes.late}>
      {lateMs < minuteMs ? t('answered.late') : t('answered.lateBy', { span: formats.span(lateMs) })}
    </small>
  );
}
