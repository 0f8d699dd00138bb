import { Alert, Button, Group, Input, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { UnsavedGuard } from '../parts/unsaved-guard.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery, useSession } from '../server/use-session.ts';
import { useColourScheme } from '../theme/use-colour-scheme.ts';
import { changePassword } from './change-password.ts';
import { OwnAbsence } from './own-absence.tsx';
import { OwnMails } from './own-mails.tsx';
import type { texts } from './texts.ja.ts';

export function OwnSettings() {
  return (
    <>
      <Profile />
      <OwnAbsence />
      <OwnMails />
      <Password />
    </>
  );
}

function Profile() {
  const t = useTexts<typeof texts>('settings');
  const { person } = useSession();
  const [name, setName] = useState(person.name);
  const setColours = useColourScheme();
  const update = useMutation(
    trpc.people.updateOwn.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
        showSaved(t('saved'));
      },
    }),
  );
  const chooseColours = (colourScheme: typeof person.colourScheme) => {
    setColours(colourScheme);
    update.mutate({ colourScheme });
  };
  return (
    <Panel title={t('own.profile')}>
      <UnsavedGuard unsaved={name !== person.name} saving={update.isPending} />
      <Stack gap="sm">
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('own.name')}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={name.trim() === '' || name === person.name}
            onClick={() => update.mutate({ name })}
          >
            {t('save')}
          </Button>
        </Group>
        <LabelledChoice label={t('own.language')}>
          <LanguageSwitch onSwitch={(language) => update.mutate({ language })} />
        </LabelledChoice>
        <LabelledChoice label={t('own.colours')}>
          <SegmentedControl
            size="xs"
            aria-label={t('own.colours')}
            value={person.colourScheme}
            onChange={(value) => chooseColours(value as typeof person.colourScheme)}
            data={[
              { value: 'auto', label: t('own.auto') },
              { value: 'light', label: t('own.light') },
              { value: 'dark', label: t('own.dark') },
            ]}
          />
        </LabelledChoice>
      </Stack>
    </Panel>
  );
}

function LabelledChoice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div>{children}</div>
    </Input.Wrapper>
  );
}

function Password() {
  const t = useTexts<typeof texts>('settings');
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: (changed) => {
      if (!changed) return;
      form.reset();
      showSaved(t('own.changed'));
    },
  });
  return (
    <Panel title={t('own.password')}>
      <UnsavedGuard unsaved={form.isDirty()} saving={change.isPending} />
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack gap="sm" maw={360}>
          <PasswordInput
            label={t('own.current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t('own.new')}
            description={t('own.newHelp')}
            autoComplete="new-password"
            minLength={8}
            maxLength={128}
            required
            withAsterisk={false}
            {...form.getInputProps('newPassword')}
          />
          {change.data === false && (
            <Alert color="danger" role="alert">
              {t('own.wrong')}
            </Alert>
          )}
          <div>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('own.change')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
