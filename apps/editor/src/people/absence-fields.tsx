import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

interface Days {
  readonly from: string;
  readonly until: string;
}

export interface Absence {
  readonly absent: boolean;
  readonly absentDays: Days | null;
}

/** When somebody takes no team turns: from now on, or between two days. Tells only what is whole and makes sense. */
export function AbsenceFields({ value, onChange }: { value: Absence; onChange: (changed: Partial<Absence>) => void }) {
  const t = useTexts<typeof texts>('people');
  const [days, setDays] = useState<Days>(value.absentDays ?? { from: '', until: '' });
  const half = (days.from === '') !== (days.until === '');
  const wrong = days.from !== '' && days.until !== '' && days.until < days.from;
  const change = (part: Partial<Days>) => {
    const next = { ...days, ...part };
    setDays(next);
    if (next.from !== '' && next.until !== '' && next.from <= next.until) onChange({ absentDays: next });
  };
  const clear = () => {
    setDays({ from: '', until: '' });
    onChange({ absentDays: null });
  };
  return (
    <>
      <Switch
        label={t('absentNow')}
        description={t('absentNowHelp')}
        checked={value.absent}
        onChange={(event) => onChange({ absent: event.currentTarget.checked })}
      />
      <fieldset>
        <legend>{t('absentDays')}</legend>
        <Group gap="xs" align="flex-end">
          <TextInput
            type="date"
            label={t('absentFrom')}
            value={days.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('absentUntil')}
            value={days.until}
            min={days.from}
            onChange={(event) => change({ until: event.currentTarget.value })}
            error={wrong}
          />
          {(days.from !== '' || days.until !== '') && (
            <Button variant="subtle" size="xs" onClick={clear}>
              {t('clearDays')}
            </Button>
          )}
        </Group>
        {(wrong || half) && <p role="status">{t(wrong ? 'daysWrong' : 'daysHalf')}</p>}
      </fieldset>
      <p className="muted">{t('teamAway')}</p>
    </>
  );
}
