import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

export const kinds = ['call', 'mail', 'meeting'] as const;

type Kind = (typeof kinds)[number];

/** How the lead will be contacted: the first word of what it is about, 「面談：見積の説明」. */
export function useContactKind() {
  const t = useTexts<typeof texts>('next-contact');
  const withNote = (kind: Kind, note: string) => t('kindWith', { kind: t(`kind.${kind}`), note });
  const kindOf = (note: string) =>
    kinds.find((kind) => note === t(`kind.${kind}`) || note.startsWith(withNote(kind, '')));
  return {
    kindOf,
    /** The note with this kind before the rest of it; without a kind where it was this one. */
    turn: ({ note, to }: { note: string; to: Kind }): string => {
      const from = kindOf(note);
      const rest = from === undefined ? note : note.slice(withNote(from, '').length);
      if (from === to) return rest;
      return rest === '' ? t(`kind.${to}`) : withNote(to, rest);
    },
  };
}
