import { asInstant, parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { TimelineEvent } from './lead-types.ts';
import { sourceOnceAVisit } from './source-once-a-visit.ts';
import type { texts } from './texts.ja.ts';
import { TimelineItem } from './timeline-item.tsx';
import classes from './timeline-panel.module.css';

/** Events of a lead, day by day, in the order given. */
export function TimelineDays({ events }: { events: readonly TimelineEvent[] }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const today = formats.date(asInstant(Date.now()));
  const days = Map.groupBy(sourceOnceAVisit(events), ({ at }) => formats.date(parseInstant(at)));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={classes.day} aria-label={day}>
      <h3 className={classes.date}>{day === today ? t('today', { day }) : day}</h3>
      <ol>
        {ofDay.map((event) => (
          <TimelineItem key={event.id} event={event} />
        ))}
      </ol>
    </section>
  ));
}
