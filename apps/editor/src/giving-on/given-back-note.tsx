import { parseInstant } from '@sodate/journey/time/instant';
import type { Brief } from '../handoffs/inbox-types.ts';
import classes from '../handoffs/stuck-note.module.css';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { texts } from './texts.ja.ts';

/** Says of a hand-off that nobody has who gave it back and why: whoever chooses the next owner begins there. */
export function GivenBackNote({ brief: { owner, entries } }: { brief: Brief }) {
  const t = useTexts<typeof texts>('giving-on');
  const formats = useFormats();
  const back = entries.findLast(({ kind }) => kind === 'given-back');
  if (owner !== null || back === undefined) return null;
  return (
    <div className={`${classes.note} ${classes.given}`} role="status">
      <Icon name="inbox" />
      <p>
        <b>{t('givenBackNote', { at: formats.dateTime(parseInstant(back.at)), name: back.by ?? '' })}</b>
        {back.note !== null && <span>{back.note}</span>}
      </p>
    </div>
  );
}
