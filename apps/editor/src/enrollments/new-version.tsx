import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { VersionChange } from './passage-types.ts';
import type { texts } from './texts.ja.ts';

/** The lead came under another version: which, and what that made of the node where it stood. */
export function NewVersion({
  change,
  made,
  className,
}: {
  change: VersionChange;
  made: Record<'before' | 'after', string> | undefined;
  className?: string | undefined;
}) {
  const t = useTexts<typeof texts>('enrollments');
  const { dateTime } = useFormats();
  return (
    <li className={className}>
      <time dateTime={change.at}>{dateTime(parseInstant(change.at))}</time>
      <div className="muted">
        {t('tookVersion', { version: change.version })}
        {made !== undefined && <small>{t('tookSettings', made)}</small>}
      </div>
    </li>
  );
}
