import { wordMailLine } from '@sodate/journey/graph/mail-variables';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { nameBySubject } from './name-by-subject.ts';
import type { texts } from './texts.ja.ts';
import type { MailContent } from './use-mail-draft.ts';

/** What a change of a mail's subject changes: its name too, as long as nobody has given it one. */
export function useNameBySubject(): (change: { content: MailContent; subject: string }) => Partial<MailContent> {
  const t = useTexts<typeof texts>('mails');
  const text = useText();
  const { data: attributes } = useQuery(trpc.attributes.list.queryOptions());
  return useCallback(
    ({ content, subject }) => {
      const read = (line: string) => text(wordMailLine({ line, attributes: attributes ?? [] }));
      const named = { name: content.name, before: read(content.subject), after: read(subject), unnamed: t('newName') };
      return { subject, name: nameBySubject(named) };
    },
    [t, text, attributes],
  );
}
