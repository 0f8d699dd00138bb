import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { parseHosts } from './parse-hosts.ts';
import type { texts } from './texts.ja.ts';

export type WriteKeyKind = 'browser' | 'server';

/** Open while it has a `kind`, and at first on that one. `onMade` hears of the new key once the list has it. */
export function AddWriteKey({
  kind,
  onClose,
  onMade,
}: {
  kind: WriteKeyKind | undefined;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const t = useTexts<typeof texts>('settings');
  return (
    <FormModal opened={kind !== undefined} onClose={onClose} title={t('tag.addTitle')}>
      <AddWriteKeyForm
        first={kind ?? 'browser'}
        onDone={(id) => {
          onClose();
          onMade(id);
        }}
      />
    </FormModal>
  );
}

function AddWriteKeyForm({ first, onDone }: { first: WriteKeyKind; onDone: (id: string) => void }) {
  const t = useTexts<typeof texts>('settings');
  const form = useForm({ initialValues: { name: '', kind: first, domains: '' } });
  const create = useMutation(
    trpc.writeKeys.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.writeKeys.pathKey() });
        onDone(id);
      },
    }),
  );
  const submit = ({ name, kind, domains }: typeof form.values) => {
    const { hosts, wrong } = parseHosts(kind === 'browser' ? domains : '');
    if (wrong !== undefined) form.setFieldError('domains', t('tag.hostWrong', { host: wrong }));
    else create.mutate({ name, kind, domains: [...hosts] });
  };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <Radio.Group label={t('tag.kind')} {...form.getInputProps('kind')}>
          <Stack gap="xs" mt={4}>
            <Radio value="browser" label={t('tag.browser')} description={t('tag.browserHelp')} />
            <Radio value="server" label={t('tag.server')} description={t('tag.serverHelp')} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('tag.name')}
          description={t(`tag.nameHelp.${form.values.kind}`)}
          required
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        {form.values.kind === 'browser' && (
          <TextInput label={t('tag.domains')} description={t('tag.domainsHelp')} {...form.getInputProps('domains')} />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t('tag.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
