import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type Stage, stages, stageTitles } from '@sodate/journey/stage';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { usePersonLabel } from '../people/use-person-label.ts';
import { readErrorField } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { changesOf, type LeadForm, readForm } from './lead-form.ts';
import type { LeadDetail } from './lead-types.ts';
import { OwnFieldInput } from './own-field-input.tsx';
import { RefusedBecause } from './refused-because.tsx';
import type { texts } from './texts.ja.ts';

const lines = ['name', 'nameKana', 'email', 'phone', 'department', 'title', 'region', 'address'] as const;

/** Changes what is known of a lead. Only what was changed is sent, so that two people can edit at once. */
export function EditLead({ detail, onClose }: { detail: LeadDetail; onClose: () => void }) {
  const t = useTexts<typeof texts>('leads');
  const labelOf = usePersonLabel();
  const text = useText();
  const queries = useQueryClient();
  const [before] = useState(() => readForm(detail));
  const [form, setForm] = useState(before);
  const people = useQuery(trpc.people.list.queryOptions({ limit: 200, activeOnly: true }));
  const edit = useMutation(
    trpc.leads.edit.mutationOptions({
      meta: { silent: true },
      onSuccess: async () => {
        await Promise.all([trpc.leads, trpc.handoffs].map((area) => queries.invalidateQueries(area.pathFilter())));
        onClose();
      },
    }),
  );
  const whole = detail.reach === 'all';
  const changes = changesOf({ before, after: form });
  const set = (part: Partial<LeadForm>) => setForm({ ...form, ...part });
  const failedField = edit.error === null ? undefined : readErrorField(edit.error);
  const why = edit.error === null ? undefined : <RefusedBecause error={edit.error} onLeave={onClose} />;
  const shownAt = (field: string) => (failedField === field ? why : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changes === undefined) onClose();
    else edit.mutate({ lead: detail.id, ...changes });
  };
  return (
    <FormModal opened onClose={onClose} title={t('editTitle')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
            {lines.map((field) => (
              <TextInput
                key={field}
                label={t(field)}
                value={form.lines[field]}
                onChange={({ currentTarget }) => set({ lines: { ...form.lines, [field]: currentTarget.value } })}
                error={shownAt(field)}
                autoComplete="off"
              />
            ))}
            {whole && (
              <>
                <TextInput
                  label={t('company')}
                  value={form.company}
                  onChange={({ currentTarget }) => set({ company: currentTarget.value })}
                />
                <Select
                  label={t('stage')}
                  allowDeselect={false}
                  data={stages.map((stage) => ({ value: stage, label: text(stageTitles[stage]) }))}
                  value={form.stage}
                  onChange={(stage) => stage !== null && set({ stage: stage as Stage })}
                />
                <Select
                  label={t('owner')}
                  placeholder={t('noOwner')}
                  clearable
                  searchable
                  data={(people.data?.rows ?? []).map((person) => ({
                    value: String(person.id),
                    label: labelOf(person),
                  }))}
                  value={form.owner}
                  onChange={(owner) => set({ owner })}
                  error={shownAt('owner')}
                />
                {detail.own.map((field) => (
                  <OwnFieldInput
                    key={field.name}
                    field={field}
                    value={form.own[field.name] ?? null}
                    onChange={(value) => set({ own: { ...form.own, [field.name]: value } })}
                    error={shownAt(field.name)}
                  />
                ))}
                {detail.companyOwn.map((field) => (
                  <OwnFieldInput
                    key={`company.${field.name}`}
                    field={field}
                    value={form.companyOwn[field.name] ?? null}
                    onChange={(value) => set({ companyOwn: { ...form.companyOwn, [field.name]: value } })}
                    error={shownAt(field.name)}
                  />
                ))}
              </>
            )}
          </SimpleGrid>
          {why !== undefined && failedField === undefined && (
            <p role="alert" style={{ color: 'var(--danger)' }}>
              {why}
            </p>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="idle" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={edit.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}
