import { stageTitles } from '@sodate/journey/stage';
import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { LeadDetail } from './lead-types.ts';
import classes from './stage-line.module.css';
import type { texts } from './texts.ja.ts';

const line = ['lead', 'mql', 'sql', 'opportunity', 'customer'] as const;

/** The stem from lead to customer, with the day of the present stage. A disqualified lead has left it. */
export function StageLine({ detail }: { detail: LeadDetail }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const formats = useFormats();
  const since = formats.date(parseInstant(detail.stageAt));
  if (detail.stage === 'disqualified') {
    return (
      <span className={classes.left}>
        {text(stageTitles.disqualified)}
        <small>{since}</small>
      </span>
    );
  }
  const at = line.indexOf(detail.stage);
  return (
    <ol className={classes.line} aria-label={t('stage')}>
      {line.map((stage, index) => (
        <li
          key={stage}
          className={stageClass({ index, at })}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          {text(stageTitles[stage])}
          <small>{index === at ? since : ''}</small>
        </li>
      ))}
    </ol>
  );
}

function stageClass({ index, at }: { index: number; at: number }): string {
  if (index === at) return `${classes.reached} ${classes.present}`;
  return (index < at ? classes.reached : classes.ahead) ?? '';
}
