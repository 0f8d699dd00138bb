import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { formatInstant } from '@sodate/journey/time/instant';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatsIn } from '../language/use-formats.ts';
import { useLanguage } from '../language/use-language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { wordZone } from '../language/word-zone.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { type CalendarDraft, toInput } from './calendar-draft.ts';
import classes from './calendars.module.css';
import type { texts } from './texts.ja.ts';
import { readTypedMoment } from './typed-moment.ts';

const units = ['business-hours', 'business-days'] as const;

interface Asked {
  readonly amount: number;
  readonly unit: (typeof units)[number];
  /** Left out: now. */
  readonly from?: string;
}

/** When a span of business time is over that begins now or at a chosen moment, by the calendar as it stands in the dialog. */
export function TryCalendar({ draft }: { draft: CalendarDraft }) {
  const t = useTexts<typeof texts>('calendars');
  const text = useText();
  const formats = useFormatsIn({ zone: draft.zone });
  const zone = wordZone({ zone: draft.zone, language: useLanguage() });
  const [typed, setTyped] = useState('');
  const from = readTypedMoment({ typed, zone: draft.zone });
  const [amount, setAmount] = useState(4);
  const [unit, setUnit] = useState<(typeof units)[number]>('business-hours');
  const [asked, setAsked] = useState<Asked>();
  const { name: _, ...calendar } = toInput(draft);
  const answer = useQuery(
    trpc.calendars.try.queryOptions(
      { calendar, ...(asked ?? { amount, unit }) },
      { enabled: asked !== undefined, meta: { silent: true }, retry: false },
    ),
  );
  const { data, error } = answer;
  return (
    <fieldset>
      <legend>{t('try')}</legend>
      <Group gap="xs" align="flex-end">
        <NumberInput
          aria-label={t('tryAmount')}
          value={amount}
          onChange={(value) => typeof value === 'number' && setAmount(value)}
          min={1}
          max={200}
          allowDecimal={false}
          w={80}
        />
        <Select
          aria-label={t('tryUnit')}
          data={units.map((value) => ({ value, label: t(`try.${value}`) }))}
          value={unit}
          onChange={(value) => setUnit(value === 'business-days' ? value : 'business-hours')}
          allowDeselect={false}
          w={140}
        />
        <TextInput
          type="datetime-local"
          aria-label={t('tryFrom', { zone })}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button
          variant="default"
          loading={answer.isFetching}
          onClick={() => setAsked({ amount, unit, ...(from === undefined ? {} : { from: formatInstant(from) }) })}
        >
          {t(from === undefined ? 'tryNow' : 'tryThen')}
        </Button>
      </Group>
      {asked !== undefined && data !== undefined && error === null && (
        <p role="status">
          {t(`tryAnswer.${asked.unit}`, {
            from: asked.from === undefined ? t('now') : formats.dateTime(data.from),
            count: asked.amount,
            at: formats.dateTime(data.until),
          })}
        </p>
      )}
      {error !== null && (
        <p role="alert" className={classes.wrong}>
          {text(readErrorText(error))}
        </p>
      )}
      <p className="muted">{t('tryHelp', { zone })}</p>
    </fieldset>
  );
}
