import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Role } from '@sodate/database/schema/user';
import type { Language } from '@sodate/journey/text';
import { useMutation } from '@tanstack/react-query';
import { useLanguage } from '../language/use-language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { queryClient } from '../server/query-client.ts';
import { readErrorField, readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { RoleSelect } from '../settings/role-select.tsx';
import { SentLink } from './sent-link.tsx';
import type { texts } from './texts.ja.ts';

const languageNames = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
];

export function InvitePerson({
  opened,
  role = 'marketer',
  onClose,
}: {
  opened: boolean;
  /** What is chosen at first. */
  role?: Role | undefined;
  onClose: () => void;
}) {
  const t = useTexts<typeof texts>('people');
  return (
    <FormModal opened={opened} onClose={onClose} title={t('inviteTitle')}>
      <InviteForm role={role} onClose={onClose} />
    </FormModal>
  );
}

function InviteForm({ role, onClose }: { role: Role; onClose: () => void }) {
  const t = useTexts<typeof texts>('people');
  const text = useText();
  const language = useLanguage();
  const form = useForm({
    initialValues: { name: '', email: '', role, language: language as Language },
  });
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
      onError: (error) => {
        const field = readErrorField(error);
        if (field !== undefined) form.setFieldError(field, text(readErrorText(error)));
      },
    }),
  );
  if (invite.data !== undefined) return <SentLink email={form.values.email} onClose={onClose} {...invite.data} />;
  return (
    <form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
      <Stack gap="sm">
        <p className="muted">{t('inviteHelp')}</p>
        <TextInput label={t('name')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('email')} type="email" required {...form.getInputProps('email')} />
        <RoleSelect value={form.values.role} onChange={(chosen) => form.setFieldValue('role', chosen)} />
        <Select label={t('language')} data={languageNames} allowDeselect={false} {...form.getInputProps('language')} />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            {t('invite')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
