import { Alert, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Language } from '@sodate/journey/text';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { useFirstField } from '../parts/use-first-field.ts';
import { type SignInAnswer, submitSignIn } from './submit-sign-in.ts';
import type { texts } from './texts.ja.ts';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const t = useTexts<typeof texts>('sign-in');
  const router = useRouter();
  const first = useFirstField();
  const { next, link } = route.useSearch();
  const [answer, setAnswer] = useState<SignInAnswer>();
  const [working, setWorking] = useState(false);
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  // An account keeps its language, unless another is chosen on this very page.
  const [switched, setSwitched] = useState<Language>();
  const submit = async (values: { email: string; password: string }) => {
    setWorking(true);
    const got = await submitSignIn({ ...values, language: switched });
    setWorking(false);
    setAnswer(got);
    if (got === 'signed-in') router.history.push(next ?? '/');
  };
  return (
    <PlainPage>
      <title>{`${t('title')} | Sodate`}</title>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="sm">
          <Title order={1} size="lg">
            {t('title')}
          </Title>
          {link !== undefined && <Alert color="warn">{t(`link.${link}`)}</Alert>}
          <TextInput
            ref={first}
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          {answer !== undefined && answer !== 'signed-in' && (
            <Alert color="danger" role="alert">
              {t(answer)}
            </Alert>
          )}
          <Button type="submit" loading={working} fullWidth mt="xs">
            {t('signIn')}
          </Button>
          <Text size="xs" ta="center" className="muted">
            {t('forgotten')}
          </Text>
          <Group justify="center">
            <LanguageSwitch onSwitch={setSwitched} />
          </Group>
        </Stack>
      </form>
    </PlainPage>
  );
}
