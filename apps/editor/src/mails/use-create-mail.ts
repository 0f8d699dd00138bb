import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Begins a new mail and opens it. */
export function useCreateMail(): { readonly create: () => void; readonly isPending: boolean } {
  const t = useTexts<typeof texts>('mails');
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    trpc.mails.create.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: '/mails/$mailId', params: { mailId: id } }),
    }),
  );
  return { create: () => mutate({ name: t('newName'), kind: 'marketing' }), isPending };
}
