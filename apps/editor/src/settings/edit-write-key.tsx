import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ListedWriteKey } from '@sodate/services/write-key/list-write-keys';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { parseHosts } from './parse-hosts.ts';
import type { texts } from './texts.ja.ts';

/** Changes a key's name and the sites that it is good for; holds at once, and the key stays the same. */
export function EditWriteKey({ writeKey, onClose }: { writeKey: ListedWriteKey; onClose: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const form = useForm({ initialValues: { name: writeKey.name, domains: writeKey.domains.join(', ') } });
  const update = useMutation(
    trpc.writeKeys.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.writeKeys.pathKey() });
        onClose();
      },
    }),
  );
  const submit = ({ name, domains }: typeof form.values) => {
    const { hosts, wrong } = parseHosts(domains);
    if (wrong !== undefined) form.setFieldError('domains', t('tag.hostWrong', { host: wrong }));
    else update.mutate({ id: writeKey.id, name, domains: [...hosts] });
  };
  return (
    <FormModal opened onClose={onClose} title={t('tag.editTitle', { name: writeKey.name })}>
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <TextInput label={t('tag.name')} required maxLength={100} {...form.getInputProps('name')} />
          <TextInput
            label={t('tag.domains')}
            description={t('tag.domainsHelp')}
            data-autofocus
            {...form.getInputProps('domains')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={update.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}
