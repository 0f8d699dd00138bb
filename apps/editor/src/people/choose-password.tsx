import { Alert, Button, Group, PasswordInput, Stack, Title } from '@mantine/core';
import type { Language } from '@sodate/journey/text';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { switchLanguage } from '../language/language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { useFirstField } from '../parts/use-first-field.ts';
import { queryClient } from '../server/query-client.ts';
import { readErrorText } from '../server/read-error.ts';
import { server, trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import { submitSignIn } from '../sign-in/submit-sign-in.ts';
import type { texts } from './texts.ja.ts';

const route = getRouteApi('/choose-password');

/** Where an invitation or a reset leads: one field, then the person is in. */
export function ChoosePassword() {
  const t = useTexts<typeof texts>('people');
  const { token = '' } = route.useSearch();
  const link = useQuery(trpc.session.passwordLink.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }));
  if (link.data === undefined) return <PlainPage>{null}</PlainPage>;
  return (
    <PlainPage>
      <title>{`${t('chooseTitle')} | Sodate`}</title>
      {link.data === null ? (
        <EmptyState title={t('over')} help={t('overHelp')}>
          <Link to="/sign-in" className="link">
            {t('toSignIn')}
          </Link>
        </EmptyState>
      ) : (
        <ChooseForm
          token={token}
          who={t('chooseFor', link.data)}
          email={link.data.email}
          language={link.data.language}
        />
      )}
    </PlainPage>
  );
}

function ChooseForm({
  token,
  who,
  email,
  language,
}: {
  token: string;
  who: string;
  email: string;
  /** The account's: the page speaks it, until another is chosen. */
  language: Language;
}) {
  const t = useTexts<typeof texts>('people');
  const text = useText();
  const router = useRouter();
  const [password, setPassword] = useState('');
  const first = useFirstField();
  const [chosen, setChosen] = useState(language);
  useEffect(() => void switchLanguage(language), [language]);
  const choose = useMutation(
    trpc.session.choosePassword.mutationOptions({
      meta: { silent: true },
      onSuccess: async () => {
        await submitSignIn({ email, password });
        if (chosen !== language) {
          await server.people.updateOwn.mutate({ language: chosen });
          await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
        }
        router.history.push('/');
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate({ token, password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Title order={1} size="lg">
          {t('chooseTitle')}
        </Title>
        <p>{who}</p>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          ref={first}
          label={t('password')}
          description={t('passwordHelp')}
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {choose.error !== null && (
          <Alert color="danger" role="alert">
            {text(readErrorText(choose.error))}
          </Alert>
        )}
        <Button type="submit" loading={choose.isPending} fullWidth mt="xs">
          {t('choose')}
        </Button>
        <Group justify="center">
          <LanguageSwitch onSwitch={setChosen} />
        </Group>
      </Stack>
    </form>
  );
}
