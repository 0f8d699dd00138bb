import { NativeSelect, TextInput } from '@mantine/core';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { zoneClock } from '@sodate/journey/time/zone-clock';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';
import classes from './trial.module.css';
import type { RunnableTrial } from './trial-page.tsx';
import { useTitleOf } from './use-title-of.ts';

interface Start {
  /** Which of the plan's triggers. */
  readonly entry: number;
  readonly at: Instant;
}

/** By which trigger the lead comes, and when: on the organisation's clock. */
export function StartChoice({
  trial,
  start,
  onStart,
}: {
  trial: RunnableTrial;
  start: Start;
  onStart: (start: Start) => void;
}) {
  const t = useTexts<typeof texts>('trial');
  const titleOf = useTitleOf(trial);
  const clock = zoneClock(useSession().organisation.zone);
  const local = new Date(start.at + clock.offsetAt(start.at)).toISOString().slice(0, 16);
  const { entries } = trial.plan;
  return (
    <div className={classes.start}>
      {entries.length > 1 && (
        <NativeSelect
          label={t('entry')}
          value={String(start.entry)}
          data={entries.map(({ node }, index) => ({ value: String(index), label: titleOf(node) }))}
          onChange={({ currentTarget }) => onStart({ ...start, entry: Number(currentTarget.value) })}
        />
      )}
      <TextInput
        type="datetime-local"
        label={t('enterAt')}
        value={local}
        onChange={({ currentTarget }) => {
          const wanted = Date.parse(`${currentTarget.value}Z`);
          // Empty while it is being typed.
          if (!Number.isNaN(wanted)) onStart({ ...start, at: asInstant(clock.firstInstantAt(wanted)) });
        }}
      />
    </div>
  );
}
