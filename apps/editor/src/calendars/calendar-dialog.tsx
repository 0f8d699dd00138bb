import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { readErrorField, readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { type CalendarDraft, toInput, usualHoursOn, weekdays } from './calendar-draft.ts';
import classes from './calendars.module.css';
import { DatesInput } from './dates-input.tsx';
import { HoursInput } from './hours-input.tsx';
import type { texts } from './texts.ja.ts';
import { TryCalendar } from './try-calendar.tsx';
import { untyped, withTyped } from './typed-dates.ts';
import { useDayNames } from './use-day-names.ts';

/** Makes or changes a calendar. Deadlines that are fixed already stay as they are. */
export function CalendarDialog({ start, onClose }: { start: CalendarDraft; onClose: () => void }) {
  const t = useTexts<typeof texts>('calendars');
  const text = useText();
  const queries = useQueryClient();
  const dayName = useDayNames();
  const [draft, setDraft] = useState(start);
  const [closed, setClosed] = useState(untyped);
  const [open, setOpen] = useState(untyped);
  const set = (part: Partial<CalendarDraft>) => setDraft({ ...draft, ...part });
  const save = useMutation(
    trpc.calendars.save.mutationOptions({
      meta: { silent: true },
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.calendars.pathFilter());
        onClose();
      },
    }),
  );
  const failed =
    save.error === null ? undefined : { field: readErrorField(save.error), text: text(readErrorText(save.error)) };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const whole = withTyped({ draft, closed, open });
    if (whole !== undefined) save.mutate(toInput(whole));
    // What is wrong may be out of sight: the days are above the button by a screen.
    else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const openDates = Object.entries(draft.openDates).toSorted(([a], [b]) => a.localeCompare(b));
  const withoutOpenDate = (date: string) => Object.fromEntries(openDates.filter(([one]) => one !== date));
  return (
    <FormModal opened onClose={onClose} title={t(start.id === undefined ? 'addTitle' : 'editTitle')} size="lg">
      <form onSubmit={submit} className={classes.fields}>
        <TextInput
          label={t('name')}
          required
          maxLength={60}
          value={draft.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          data-autofocus
        />
        <Select
          label={t('zone')}
          searchable
          allowDeselect={false}
          limit={100}
          data={[...new Set([draft.zone, ...Intl.supportedValuesOf('timeZone')])]}
          value={draft.zone}
          onChange={(zone) => zone !== null && set({ zone })}
          error={failed?.field === 'zone' ? failed.text : undefined}
        />
        <fieldset>
          <legend>{t('hours')}</legend>
          {weekdays.map((day) => (
            <HoursInput
              key={day}
              day={dayName(day)}
              hours={draft.hours[day]}
              onChange={(hours) => set({ hours: { ...draft.hours, [day]: hours } })}
            />
          ))}
        </fieldset>
        <Select
          label={t('holidays')}
          allowDeselect={false}
          data={(['jp', 'none'] as const).map((value) => ({ value, label: t(`holidays.${value}`) }))}
          value={draft.holidays}
          onChange={(holidays) => holidays !== null && set({ holidays: holidays === 'jp' ? 'jp' : 'none' })}
        />
        <DatesInput
          label={t('closedDates')}
          help={t('closedDatesHelp')}
          dates={draft.closedDates}
          typed={closed}
          onType={setClosed}
          onAdd={(dates) => set({ closedDates: [...draft.closedDates, ...dates].toSorted() })}
          onRemove={(date) => set({ closedDates: draft.closedDates.filter((one) => one !== date) })}
        />
        <DatesInput
          label={t('openDates')}
          help={t('openDatesHelp')}
          dates={openDates.map(([date]) => date)}
          typed={open}
          onType={setOpen}
          onAdd={(dates) => set({ openDates: { ...draft.openDates, ...usualHoursOn(dates) } })}
          onRemove={(date) => set({ openDates: withoutOpenDate(date) })}
        >
          {openDates.map(([date, hours]) => (
            <HoursInput
              key={date}
              day={date}
              hours={hours}
              onChange={(next) =>
                set({ openDates: next.length === 0 ? withoutOpenDate(date) : { ...draft.openDates, [date]: next } })
              }
            />
          ))}
        </DatesInput>
        <TryCalendar draft={draft} />
        {failed !== undefined && failed.field !== 'zone' && (
          <p role="alert" className={classes.wrong}>
            {failed.text}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </FormModal>
  );
}
