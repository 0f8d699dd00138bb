import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { server, type trpc } from '../server/trpc.ts';
import type { MailDraft } from './use-mail-draft.ts';

export type BrokenLink = inferOutput<typeof trpc.mails.checkLinks>[number];

/** Links of a mail whose page is not there: asked for anew each time the mail was saved. */
export function useBrokenLinks({
  mail,
  draft: { state, savedAt },
  isAsked,
}: {
  mail: string;
  draft: Pick<MailDraft, 'state' | 'savedAt'>;
  isAsked: boolean;
}): readonly BrokenLink[] {
  const { data = [] } = useQuery({
    queryKey: ['mail-links', mail, savedAt],
    queryFn: () => server.mails.checkLinks.mutate({ id: mail }),
    enabled: isAsked && state === 'saved',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    meta: { silent: true },
  });
  return data;
}
