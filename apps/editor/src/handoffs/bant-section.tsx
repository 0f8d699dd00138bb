import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useTexts } from '../language/use-texts.ts';
import facts from '../leads/facts.module.css';
import type { Brief } from './inbox-types.ts';
import { NotYetSaved } from './not-yet-saved.tsx';
import { Section } from './section.tsx';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useKept } from './use-kept.ts';

const names = ['bantBudget', 'bantAuthority', 'bantNeed', 'bantTimeFrame'] as const;

type Values = Readonly<Record<(typeof names)[number], string>>;

/** Budget, authority, need and time frame: what is known, and where to write what the call brought. */
export function BantSection({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const known = valuesOf(brief);
  const [values, setValues] = useKept<Values>(`bant ${brief.id}`);
  const filling = values !== undefined;
  const fill = brief.may.answer && !filling && (
    <button type="button" className="link" onClick={() => setValues(known)}>
      {t('fill')}
    </button>
  );
  return (
    <Section title={t('bant')} action={fill}>
      {filling ? (
        <BantForm brief={brief} answers={answers} values={values} setValues={setValues} />
      ) : (
        <dl className={facts.pairs}>
          {names.map((name) => (
            <div key={name}>
              <dt>{t(`bant.${name}`)}</dt>
              <dd className={known[name] === '' ? facts.open : ''}>
                {known[name] === '' ? t('notAsked') : known[name]}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

function BantForm({
  brief,
  answers,
  values,
  setValues,
}: {
  brief: Brief;
  answers: Answers;
  values: Values;
  setValues: (values: Values | undefined) => void;
}) {
  const t = useTexts<typeof texts>('handoffs');
  const known = valuesOf(brief);
  const unsaved = names.some((name) => values[name] !== known[name]) && !answers.bant.isPending;
  const onClose = () => setValues(undefined);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    // As with a note: it closes even where one looks at another brief by then.
    const saved = answers.bant.mutateAsync({ handoff: brief.id, answers: values });
    saved.then(onClose).catch(() => undefined);
  };
  return (
    <form onSubmit={save}>
      <Stack gap="xs">
        {names.map((name, index) => (
          <TextInput
            key={name}
            label={t(`bant.${name}`)}
            maxLength={500}
            value={values[name]}
            onChange={({ currentTarget }) => setValues({ ...values, [name]: currentTarget.value })}
            data-autofocus={index === 0 || undefined}
          />
        ))}
        {unsaved && <NotYetSaved />}
        <Group gap="xs" justify="flex-end">
          <Button variant="subtle" color="idle" size="xs" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="default" size="xs" loading={answers.bant.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function valuesOf({ lead }: Brief): Values {
  const value = (name: string) => String(lead.own.find((field) => field.name === name)?.value ?? '');
  const [budget, authority, need, timeFrame] = names;
  return {
    [budget]: value(budget),
    [authority]: value(authority),
    [need]: value(need),
    [timeFrame]: value(timeFrame),
  } as Values;
}
