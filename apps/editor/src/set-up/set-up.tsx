import { Alert, Button, Group, PasswordInput, Select, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useLanguage } from '../language/use-language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { useFirstField } from '../parts/use-first-field.ts';
import { readErrorField, readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { submitSignIn } from '../sign-in/submit-sign-in.ts';
import type { texts } from './texts.ja.ts';
import { zones } from './zones.ts';

const route = getRouteApi('/set-up');

export function SetUp() {
  const t = useTexts<typeof texts>('set-up');
  const { token } = route.useSearch();
  return (
    <PlainPage wide>
      <title>{`${t('title')} | Sodate`}</title>
      {token === undefined ? (
        <EmptyState title={t('linkNeeded.title')} help={t('linkNeeded.help')} />
      ) : (
        <SetUpForm token={token} />
      )}
    </PlainPage>
  );
}

function SetUpForm({ token }: { token: string }) {
  const t = useTexts<typeof texts>('set-up');
  const text = useText();
  const language = useLanguage();
  const router = useRouter();
  const form = useForm({
    initialValues: { name: '', email: '', password: '', organisation: '', postalAddress: '', zone: startingZone() },
  });
  const setUp = useMutation(
    trpc.session.setUp.mutationOptions({
      meta: { silent: true },
      onSuccess: async (_answer, { email, password }) => {
        await submitSignIn({ email, password });
        router.history.push('/');
      },
      onError: (error) => {
        const field = readErrorField(error);
        if (field !== undefined) form.setFieldError(field, text(readErrorText(error)));
      },
    }),
  );
  const first = useFirstField();
  return (
    <form onSubmit={form.onSubmit((values) => setUp.mutate({ ...values, language, token }))}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={1} size="lg">
              {t('title')}
            </Title>
            <p className="muted">{t('help')}</p>
          </div>
          <LanguageSwitch />
        </Group>
        <TextInput label={t('name')} autoComplete="name" required ref={first} {...form.getInputProps('name')} />
        <TextInput
          label={t('email')}
          description={t('emailHelp')}
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          description={t('passwordHelp')}
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
          {...form.getInputProps('password')}
        />
        <TextInput
          label={t('organisationName')}
          autoComplete="organization"
          required
          {...form.getInputProps('organisation')}
        />
        <Textarea
          label={t('postalAddress')}
          description={t('postalAddressHelp')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('postalAddress')}
        />
        <Select label={t('zone')} data={zones} searchable required {...form.getInputProps('zone')} />
        {setUp.isError && readErrorField(setUp.error) === undefined && (
          <Alert color="danger" role="alert">
            {text(readErrorText(setUp.error))}
          </Alert>
        )}
        <Button type="submit" size="md" loading={setUp.isPending || setUp.isSuccess} mt="xs">
          {t('start')}
        </Button>
      </Stack>
    </form>
  );
}

/** The browser's own zone, where the list knows it. */
function startingZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return zones.includes(timeZone) ? timeZone : 'Asia/Tokyo';
}
