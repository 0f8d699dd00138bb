/** A text that a user sees, in both languages of the product. Both are always present. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

export type Language = keyof Text;

export const languages = ['ja', 'en'] as const satisfies readonly Language[];

/** The same wording in both languages: names and numbers that need no translation. */
export function sameText(value: string): Text {
  return { ja: value, en: value };
}
