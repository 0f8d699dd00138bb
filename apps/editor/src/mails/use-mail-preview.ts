import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { server, type trpc } from '../server/trpc.ts';
import type { MailContent } from './use-mail-draft.ts';

export type MailPreviewData = inferOutput<typeof trpc.mails.preview>;

/** What arrives, for a chosen lead or a made-up one; the last answer stays while the next is under way. */
export function useMailPreview({
  content: { kind, subject, preview, body },
  lead,
}: {
  content: MailContent;
  lead: string | undefined;
}): MailPreviewData | undefined {
  const input = { content: { kind, subject, preview, body }, ...(lead === undefined ? {} : { lead }) };
  const { data } = useQuery({
    queryKey: ['mail-preview', input],
    queryFn: () => server.mails.preview.mutate(input),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return data;
}
