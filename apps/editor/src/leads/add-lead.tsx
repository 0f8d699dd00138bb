import { Button, Group, Input, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { readErrorField } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { RefusedBecause } from './refused-because.tsx';
import { isSaidComplete, type Said, SaidFields } from './said-fields.tsx';
import type { texts } from './texts.ja.ts';

const fields = ['name', 'nameKana', 'email', 'company', 'department', 'title', 'phone'] as const;

type Field = (typeof fields)[number];

const answers = ['none', 'given', 'withdrawn'] as const;

type Answer = (typeof answers)[number];

const kinds: Partial<Record<Field, string>> = { email: 'email', phone: 'tel' };

/** Makes a lead by hand: a name or a mail address is enough. What it said of marketing mails is noted with it. */
export function AddLead({ onClose, onAdded }: { onClose: () => void; onAdded: (lead: string) => void }) {
  const t = useTexts<typeof texts>('leads');
  const queries = useQueryClient();
  const { role } = useSession().person;
  const [values, setValues] = useState<Partial<Record<Field, string>>>({});
  const [answer, setAnswer] = useState<Answer>('none');
  const [said, setSaid] = useState<Said>({ wording: t('noteWordingExample'), source: '' });
  const given = answer === 'given';
  const create = useMutation(
    trpc.leads.create.mutationOptions({
      meta: { silent: true },
      onSuccess: async ({ lead }) => {
        await queries.invalidateQueries(trpc.leads.pathFilter());
        onClose();
        onAdded(lead);
      },
    }),
  );
  const failed =
    create.error === null
      ? undefined
      : { field: readErrorField(create.error), text: <RefusedBecause error={create.error} onLeave={onClose} /> };
  const named = fields.includes(failed?.field as Field);
  const ready = answer === 'none' || isSaidComplete({ given, said });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { company, ...rest } = values;
    if (!ready) return;
    const { wording, source } = said;
    create.mutate({
      fields: rest,
      ...(company === undefined ? {} : { company }),
      ...(answer === 'none' ? {} : { consent: given ? { given, wording, source } : { given, source } }),
    });
  };
  return (
    <FormModal opened onClose={onClose} title={t('add')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <p className="muted">{t('addNeeds')}</p>
          {fields.map((field, index) => (
            <TextInput
              key={field}
              type={kinds[field] ?? 'text'}
              label={t(field)}
              value={values[field] ?? ''}
              onChange={({ currentTarget }) => setValues({ ...values, [field]: currentTarget.value })}
              error={failed?.field === field ? failed.text : undefined}
              data-autofocus={index === 0 || undefined}
              autoComplete="off"
            />
          ))}
          {failed !== undefined && !named && (
            <p role="alert" style={{ color: 'var(--danger)' }}>
              {failed.text}
            </p>
          )}
          <Input.Wrapper label={t('addConsent')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t('addConsent')}
              data={answers.map((value) => ({ value, label: t(`addConsent.${value}`) }))}
              value={answer}
              onChange={(value) => setAnswer(value as Answer)}
            />
          </Input.Wrapper>
          {answer === 'none' ? (
            <p className="muted">{t('addedWithoutConsent')}</p>
          ) : (
            <SaidFields given={given} said={said} onChange={setSaid} />
          )}
          {role === 'sales-rep' && <p className="muted">{t('addedAsYours')}</p>}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="idle" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={create.isPending}>
              {t('addAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}
