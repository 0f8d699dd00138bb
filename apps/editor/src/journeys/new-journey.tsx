import { Button, Group, Radio, TextInput } from '@mantine/core';
import type { ListedTemplate } from '@sodate/services/journey/list-templates';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { TemplateFace } from '../templates/template-face.tsx';
import classes from './journey-list.module.css';
import type { texts } from './texts.ja.ts';

const blank = 'blank';

/** Asks for a name and what to begin with; then the canvas opens. */
export function NewJourney({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts<typeof texts>('journeys');
  return (
    <FormModal
      opened={opened}
      onClose={onClose}
      size={760}
      title={t('create')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <NewJourneyForm onClose={onClose} />
    </FormModal>
  );
}

function NewJourneyForm({ onClose }: { onClose: () => void }) {
  const t = useTexts<typeof texts>('journeys');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [lacksName, setLacksName] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const text = useText();
  const [template, setTemplate] = useState<ListedTemplate>();
  const { data: templates } = useQuery(
    trpc.journeys.templates.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const create = useMutation(
    trpc.journeys.create.mutationOptions({
      onSuccess: async ({ id }) => {
        onClose();
        void queryClient.invalidateQueries(trpc.journeys.list.pathFilter());
        await navigate({ to: '/journeys/$journey', params: { journey: id } });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') {
      setLacksName(true);
      field.current?.focus();
      return;
    }
    create.mutate({ name: wanted, ...(template === undefined ? {} : { template: template.id }) });
  };
  const choose = (id: string) => {
    const next = templates?.find((one) => one.id === id);
    // A name that came from a template follows the choice; one's own stays.
    if (name === '' || name === (template && text(template.title))) setName(next === undefined ? '' : text(next.title));
    setTemplate(next);
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        placeholder={t('nameExample')}
        ref={field}
        value={name}
        error={lacksName && name.trim() === '' && t('nameMissing')}
        maxLength={80}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group mt="md" label={t('beginWith')} value={template?.id ?? blank} onChange={choose}>
        <div className={classes.templates}>
          <Radio.Card value={blank} className={classes.template ?? ''}>
            <b>{t('templateBlank')}</b>
            <small>{t('templateBlankHelp')}</small>
          </Radio.Card>
          {templates?.map((one) => (
            <Radio.Card key={one.id} value={one.id} className={classes.template ?? ''}>
              <TemplateFace template={one} />
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Group className={classes.newFoot ?? ''} justify="flex-end" gap="xs">
        <Button variant="subtle" color="idle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t('createDo')}
        </Button>
      </Group>
    </form>
  );
}
