import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ListedAttribute } from '@sodate/services/attribute/list-attributes';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FormModal } from '../parts/form-modal.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { makeFieldName } from './make-field-name.ts';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

type Kind = ListedAttribute['kind'];

const kinds: readonly Kind[] = ['text', 'number', 'boolean', 'date'];

interface Props {
  readonly of: ListedAttribute['of'];
  /** Names that a new field cannot have. */
  readonly taken: readonly string[];
  readonly field?: ListedAttribute;
  readonly onClose: () => void;
}

/** Makes an own field, or changes its titles and options. Its name and kind stay, since values are stored by them. */
export function FieldDialog({ of, taken, field, onClose }: Props) {
  const t = useTexts<typeof texts>('settings');
  const [ja, setJa] = useState(field?.title.ja ?? '');
  const [en, setEn] = useState(field?.title.en ?? '');
  const [kind, setKind] = useState<Kind>(field?.kind ?? 'text');
  const [lines, setLines] = useState(field?.options?.join('\n') ?? '');
  const [removing, setRemoving] = useState(false);
  const name = field?.name ?? makeFieldName({ title: en, taken });
  const { save, remove } = useChanges(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const options = kind === 'text' ? readOptions(lines) : [];
    const isNew = field === undefined;
    save.mutate({ of, name, title: { ja, en }, kind, options: options.length === 0 ? null : options, isNew });
  };
  return (
    <FormModal opened onClose={onClose} title={field === undefined ? t(`fields.${of}Add`) : t(`fields.${of}Edit`)}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
            <TextInput
              label={t('fields.titleJa')}
              required
              maxLength={40}
              data-autofocus
              value={ja}
              onChange={(event) => setJa(event.currentTarget.value)}
            />
            <TextInput
              label={t('fields.titleEn')}
              required
              maxLength={40}
              value={en}
              onChange={(event) => setEn(event.currentTarget.value)}
            />
          </SimpleGrid>
          <div className={classes.teamWords}>
            {t('fields.name')} <code>{name}</code>
            <p>{t('fields.nameHelp')}</p>
          </div>
          <Select
            label={t('fields.kind')}
            description={field === undefined ? t('fields.kindHelp') : t('fields.kindStays')}
            disabled={field !== undefined}
            allowDeselect={false}
            data={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            value={kind}
            onChange={(next) => next !== null && setKind(next as Kind)}
          />
          {kind === 'text' && (
            <Textarea
              label={t('fields.options')}
              description={field === undefined ? t('fields.optionsHelp') : t('fields.optionsEditHelp')}
              value={lines}
              onChange={(event) => setLines(event.currentTarget.value)}
              autosize
              minRows={3}
              maxRows={12}
            />
          )}
          <Group justify="space-between">
            {field === undefined || field.fixed ? (
              <span />
            ) : (
              <Button variant="subtle" color="danger" onClick={() => setRemoving(true)}>
                {t('fields.remove')}
              </Button>
            )}
            <Button type="submit" loading={save.isPending} disabled={ja.trim() === '' || en.trim() === ''}>
              {field === undefined ? t('fields.create') : t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {field !== undefined && (
        <RemoveField
          field={field}
          opened={removing}
          onClose={() => setRemoving(false)}
          onConfirm={() => remove.mutateAsync({ of, name })}
        />
      )}
    </FormModal>
  );
}

function RemoveField({
  field,
  ...confirm
}: {
  field: ListedAttribute;
  opened: boolean;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
}) {
  const t = useTexts<typeof texts>('settings');
  const title = useText()(field.title);
  return (
    <Confirm {...confirm} title={t('fields.removeTitle', { title })} action={t('fields.remove')} danger>
      <p>{t('fields.removeHelp')}</p>
      <p>{t('fields.removeJourneys')}</p>
    </Confirm>
  );
}

function useChanges(onClose: () => void) {
  const t = useTexts<typeof texts>('settings');
  const onSuccess = async () => {
    await Promise.all(
      [trpc.attributes.pathKey(), trpc.leads.pathKey(), trpc.journeys.pathKey()].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
    showSaved(t('saved'));
    onClose();
  };
  return {
    save: useMutation(trpc.attributes.save.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.attributes.remove.mutationOptions({ onSuccess })),
  };
}

/** One option a line; empty lines and repeats are dropped. */
function readOptions(lines: string): string[] {
  const options = lines.split('\n').map((line) => line.normalize('NFKC').trim());
  return [...new Set(options.filter((option) => option !== ''))];
}
