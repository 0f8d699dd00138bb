import type { Instant } from '@sodate/journey/time/instant';
import { useQueryClient } from '@tanstack/react-query';
import type { inferInput, inferOutput } from '@trpc/tanstack-react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isConflict } from '../server/read-error.ts';
import { server, trpc } from '../server/trpc.ts';

type Mail = inferOutput<typeof trpc.mails.get>;
export type MailContent = inferInput<typeof trpc.mails.save>['content'];

/** unsaved: a change waits to be sent. conflict: somebody else has saved; nothing is sent any more. */
export type SavingState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

export interface MailDraft {
  readonly content: MailContent;
  readonly state: SavingState;
  readonly savedAt: Instant;
  change(part: Partial<MailContent>): void;
}

const pauseMs = 800;
const retryMs = 5_000;

function contentOf({ name, kind, topic, subject, preview, body }: Mail): MailContent {
  return { name, kind, topic, subject, preview, body };
}

/** A mail under the writer's hands: saves itself after a pause, and on leaving. A mail without a name waits for one. */
export function useMailDraft(mail: Mail): MailDraft {
  const queryClient = useQueryClient();
  const [content, setContent] = useState(() => contentOf(mail));
  const [state, setState] = useState<SavingState>('saved');
  const [savedAt, setSavedAt] = useState(mail.updatedAt);
  const latest = useRef({ content, saved: content, revision: mail.revision, sending: false, conflict: false });

  const save = useCallback(async () => {
    const now = latest.current;
    if (now.sending || now.conflict || now.content === now.saved || now.content.name.trim() === '') return;
    now.sending = true;
    setState('saving');
    const sent = now.content;
    try {
      const { revision, ready, updatedAt } = await server.mails.save.mutate({
        id: mail.id,
        revision: now.revision,
        content: sent,
      });
      Object.assign(now, { revision, saved: sent });
      queryClient.setQueryData(trpc.mails.get.queryKey({ id: mail.id }), {
        ...mail,
        ...sent,
        ready,
        revision,
        updatedAt,
      } as Mail);
      void queryClient.invalidateQueries({ queryKey: trpc.mails.list.queryKey() });
      // Journeys that send it have something to publish now, or no longer.
      void queryClient.invalidateQueries(trpc.mails.uses.pathFilter());
      void queryClient.invalidateQueries(trpc.journeys.pathFilter());
      setSavedAt(updatedAt);
      setState(now.content === sent ? 'saved' : 'unsaved');
    } catch (error) {
      now.conflict = isConflict(error);
      setState(now.conflict ? 'conflict' : 'failed');
    } finally {
      now.sending = false;
    }
  }, [mail, queryClient]);

  // `content`: each change begins the pause anew.
  useEffect(() => {
    if (state !== 'unsaved' && state !== 'failed') return;
    const timer = setTimeout(() => void save(), state === 'failed' ? retryMs : pauseMs);
    return () => clearTimeout(timer);
  }, [state, content, save]);

  useEffect(() => () => void save(), [save]);
  useEffect(() => {
    if (state === 'saved') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state]);

  const change = useCallback((part: Partial<MailContent>) => {
    latest.current.content = { ...latest.current.content, ...part };
    setContent(latest.current.content);
    if (!latest.current.conflict) setState('unsaved');
  }, []);
  return { content, state, savedAt, change };
}
