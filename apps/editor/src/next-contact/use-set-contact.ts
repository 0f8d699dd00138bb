import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import type { texts } from './texts.ja.ts';

export interface ContactFields {
  readonly date: string;
  /** Empty: the day alone. */
  readonly time: string;
  readonly note: string;
}

/** Sets when the lead is contacted next, or removes it, and says so. */
export function useSetContact({ handoff, answers }: { handoff: Brief['id']; answers: Answers }) {
  const t = useTexts<typeof texts>('next-contact');
  const formats = useFormats();
  const { mutateAsync, isPending } = answers.contact;
  return {
    isPending,
    set: async ({ date, time, note }: ContactFields) => {
      await mutateAsync({ handoff, contact: { date, note, ...(time === '' ? {} : { time }) } });
      showSaved(t('saved', { at: [formats.day(date), time].filter((part) => part !== '').join(' ') }));
    },
    remove: async () => {
      await mutateAsync({ handoff, contact: null });
      showSaved(t('removed'));
    },
  };
}
