/** The English texts of all areas, by file; see the Japanese ones. */
export const englishTexts = import.meta.glob<Readonly<Record<string, string>>>('../*/texts.en.ts', {
  eager: true,
  import: 'texts',
});
