import { Button } from '@mantine/core';
import type { Weekday } from '@sodate/journey/time/wait-spec';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { wordZone } from '../language/word-zone.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { type CalendarDraft, groupDays, newCalendar, readDraft, wordTime } from './calendar-draft.ts';
import classes from './calendars.module.css';
import type { texts } from './texts.ja.ts';
import { useDayNames } from './use-day-names.ts';

/** The calendars by which business time is counted: waits, SLAs, conditions. */
export function Calendars() {
  const t = useTexts<typeof texts>('calendars');
  const { zone } = useSession().organisation;
  const { data } = useQuery(trpc.calendars.list.queryOptions());
  const [open, setOpen] = useState<CalendarDraft>();
  return (
    <Panel
      title={t('title')}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setOpen(newCalendar({ zone }))}
        >
          {t('add')}
        </Button>
      }
    >
      <p className="muted">{t('help')}</p>
      <ul className={classes.calendars}>
        {data?.map((calendar) => (
          <li key={calendar.id}>
            <div>
              <b>{calendar.name}</b> {calendar.isDefault && <small className={classes.mark}>{t('default')}</small>}
              <Hours draft={readDraft(calendar)} />
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={t('editOne', { name: calendar.name })}
              onClick={() => setOpen(readDraft(calendar))}
            >
              {t('edit')}
            </Button>
          </li>
        ))}
      </ul>
      {open !== undefined && <CalendarDialog start={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}

function Hours({ draft }: { draft: CalendarDraft }) {
  const t = useTexts<typeof texts>('calendars');
  const language = useLanguage();
  const dayName = useDayNames();
  const lines = groupDays(draft.hours).filter(({ hours }) => hours.length > 0);
  const days = (from: Weekday, to: Weekday) =>
    from === to ? dayName(from) : t('range', { from: dayName(from), to: dayName(to) });
  const extra = [
    wordZone({ zone: draft.zone, language }),
    t(`holidays.${draft.holidays}`),
    ...(draft.closedDates.length === 0 ? [] : [t('closedCount', { count: draft.closedDates.length })]),
    ...(Object.keys(draft.openDates).length === 0
      ? []
      : [t('openCount', { count: Object.keys(draft.openDates).length })]),
  ];
  return (
    <>
      {lines.map(({ from, to, hours }) => (
        <p key={from}>
          {days(from, to)} {hours.map(([start, end]) => `${wordTime(start)}–${wordTime(end)}`).join(', ')}
        </p>
      ))}
      <p className="muted">{extra.join(' · ')}</p>
    </>
  );
}
