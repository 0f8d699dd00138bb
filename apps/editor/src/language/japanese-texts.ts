/** The Japanese texts of all areas, by file. One file to load: else each area asks for its own once it is there. */
export const japaneseTexts = import.meta.glob<Readonly<Record<string, string>>>('../*/texts.ja.ts', {
  eager: true,
  import: 'texts',
});
