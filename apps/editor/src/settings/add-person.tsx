import { Button, Group, Modal, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Role } from '@sodate/database/schema/user';
import type { Language } from '@sodate/journey/text';
import { useMutation } from '@tanstack/react-query';
import { useLanguage } from '../language/use-language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { readErrorField, readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { RoleSelect } from './role-select.tsx';
import type { texts } from './texts.ja.ts';

const languageNames = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
];

export function AddPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts<typeof texts>('settings');
  return (
    <Modal opened={opened} onClose={onClose} title={t('people.addTitle')}>
      <AddPersonForm onDone={onClose} />
    </Modal>
  );
}

function AddPersonForm({ onDone }: { onDone: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const text = useText();
  const language = useLanguage();
  const form = useForm({
    initialValues: { name: '', email: '', password: '', role: 'marketer' as Role, language: language as Language },
  });
  const create = useMutation(
    trpc.people.create.mutationOptions({
      onSuccess: async (_made, { name }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() });
        showSaved(t('people.created', { name }));
        onDone();
      },
      onError: (error) => {
        const field = readErrorField(error);
        if (field !== undefined) form.setFieldError(field, text(readErrorText(error)));
      },
    }),
  );
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack gap="sm">
        <TextInput label={t('people.name')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('people.email')} type="email" required {...form.getInputProps('email')} />
        <RoleSelect value={form.values.role} onChange={(role) => form.setFieldValue('role', role)} />
        <PasswordInput
          label={t('people.password')}
          description={t('people.passwordHelp')}
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
          {...form.getInputProps('password')}
        />
        <Select
          label={t('people.language')}
          data={languageNames}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t('people.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
