import type { NextContact } from '@sodate/services/handoff/next-contact';
import { sayOfHandoff } from '../handoffs/handoff-toast.ts';
import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { showUndoable } from '../parts/show-undoable.tsx';
import type { texts } from './texts.ja.ts';
import { useContactKind } from './use-contact-kind.ts';
import { useContactWords } from './use-contact-words.ts';

export interface ContactFields {
  readonly date: string;
  /** Empty: the day alone. */
  readonly time: string;
  readonly note: string;
}

/** Sets when the lead is contacted next, or removes it, and says so; what was removed can be brought back from there. */
export function useSetContact({ handoff, answers }: { handoff: Brief['id']; answers: Answers }) {
  const t = useTexts<typeof texts>('next-contact');
  const formats = useFormats();
  const { moment } = useContactWords();
  const { kindOf } = useContactKind();
  const { mutateAsync, isPending } = answers.contact;
  const say = (message: string) => sayOfHandoff(handoff, (id) => showSaved(message, { id }));
  const restored = () => say(t('restored'));
  return {
    isPending,
    set: async ({ date, time, note }: ContactFields) => {
      await mutateAsync({ handoff, contact: { date, note, ...(time === '' ? {} : { time }) } });
      const kind = kindOf(note);
      const at = [formats.day(date), time].filter((part) => part !== '').join(' ');
      say(t(kind === undefined ? 'saved' : `saved.${kind}`, { at }));
    },
    remove: async (contact: NextContact) => {
      await mutateAsync({ handoff, contact: null });
      sayOfHandoff(handoff, (id) =>
        showUndoable({
          id,
          message: t('removed', { at: moment(contact) }),
          action: t('restore'),
          onUndo: () => answers.restoreContact.mutate({ handoff }, { onSuccess: restored }),
        }),
      );
    },
  };
}
