import { Button } from '@mantine/core';
import type { MovePreview as Preview } from '@sodate/services/person/preview-move';
import { useTexts } from '../language/use-texts.ts';
import classes from './people.module.css';
import type { texts } from './texts.ja.ts';
import { Warning } from './warning.tsx';

/** Of a team: who would get how many, how many would stay and why; where nobody is there, what can be done instead. */
export function MovePreview({
  preview: { receivers, away },
  stays,
  onChoosePerson,
}: {
  preview: Preview;
  /** Where those stay for which nobody is there, in words. */
  stays: string;
  onChoosePerson: () => void;
}) {
  const t = useTexts<typeof texts>('people');
  return (
    <>
      {receivers.length > 0 && (
        <div className={classes.preview} role="status">
          <ul className={classes.receivers} aria-label={t('previewOf')}>
            {receivers.map(({ id, name, count }) => (
              <li key={id}>{t('previewLine', { name, count })}</li>
            ))}
          </ul>
        </div>
      )}
      {away > 0 && (
        <Warning>
          <p>
            {receivers.length === 0 ? t('previewNone') : t('previewStay', { count: away, stays })}
            {t('previewWhy')}
          </p>
          <p>{t('previewInstead')}</p>
          <Button size="compact-sm" variant="default" onClick={onChoosePerson}>
            {t('previewChoose')}
          </Button>
        </Warning>
      )}
    </>
  );
}
