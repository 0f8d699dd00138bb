import { Button, Group, TextInput } from '@mantine/core';
import { asInstant, parseInstant } from '@sodate/journey/time/instant';
import { type SubmitEvent, useState } from 'react';
import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { useSession } from '../server/use-session.ts';
import classes from './next-contact.module.css';
import type { texts } from './texts.ja.ts';
import { useChoiceWords } from './use-choice-words.ts';
import { kinds, useContactKind } from './use-contact-kind.ts';
import { useDayRemark } from './use-day-remark.ts';
import { useSetContact } from './use-set-contact.ts';
import { useZoneFields } from './use-zone-fields.ts';

/** A day, if need be a time, and in a few words what about. */
export function ContactDialog({ brief, answers, onClose }: { brief: Brief; answers: Answers; onClose: () => void }) {
  const t = useTexts<typeof texts>('next-contact');
  const { nextContact, contactChoices } = brief;
  const { whole } = useChoiceWords();
  const { clock, day } = useZoneFields();
  const { set, isPending } = useSetContact({ handoff: brief.id, answers });
  const [fields, setFields] = useState({
    date: nextContact?.date ?? contactChoices[0]?.date ?? '',
    time: nextContact?.timed === true ? clock(parseInstant(nextContact.at)) : '',
    note: nextContact?.note ?? '',
  });
  const mine = brief.owner?.id === useSession().person.id;
  const dayWords = useDayRemark({ handoff: brief.id, date: fields.date, mine });
  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  const about = useContactKind();
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    // What was refused is told where every refusal is, and the dialog stays.
    set(fields)
      .then(onClose)
      .catch(() => undefined);
  };
  return (
    <FormModal opened onClose={onClose} title={t('title')}>
      <form onSubmit={save}>
        <div className={classes.choices}>
          {contactChoices.map((choice) => (
            <Button
              key={choice.kind}
              size="xs"
              variant={choice.date === fields.date ? 'light' : 'default'}
              aria-pressed={choice.date === fields.date}
              onClick={() => change({ date: choice.date })}
            >
              {whole(choice)}
            </Button>
          ))}
        </div>
        <div className={classes.fields}>
          <TextInput
            data-autofocus
            type="date"
            inputWrapperOrder={['label', 'input', 'description']}
            required
            label={t('date')}
            description={dayWords}
            min={day(asInstant(Date.now()))}
            value={fields.date}
            onChange={({ currentTarget }) => change({ date: currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('time')}
            value={fields.time}
            onChange={({ currentTarget }) => change({ time: currentTarget.value })}
          />
        </div>
        <p className={classes.about}>{t('about')}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would submit nothing here */}
        <div className={classes.choices} role="group" aria-label={t('about')}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              size="xs"
              variant={about.kindOf(fields.note) === kind ? 'light' : 'default'}
              aria-pressed={about.kindOf(fields.note) === kind}
              onClick={() => change({ note: about.turn({ note: fields.note, to: kind }) })}
            >
              {t(`kind.${kind}`)}
            </Button>
          ))}
        </div>
        <TextInput
          mt="sm"
          label={t('note')}
          placeholder={t('notePlaceholder')}
          maxLength={200}
          value={fields.note}
          onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        />
        <p className={classes.help}>{t(mine ? 'helpMine' : 'help')}</p>
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </FormModal>
  );
}
