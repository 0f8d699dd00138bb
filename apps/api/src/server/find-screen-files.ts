import type { Language } from '@sodate/journey/text';

/** What Vite tells of its build, by source file. */
export type BuildManifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }>
>;

/**
 * The screens that people open first, by address; the start alone knows them only once it runs. Which of them the server
 * draws: see `isDrawn`.
 */
export const firstScreens = [
  { path: /^\/$/, sources: ['src/frame/frame.tsx', 'src/home/home.tsx'], drawn: 'always' },
  { path: /^\/sign-in$/, sources: ['src/sign-in/sign-in.tsx'], drawn: 'always' },
  { path: /^\/journeys\/[^/]+$/, sources: ['src/journeys/journey-screen.tsx'], drawn: 'on-phones' },
  { path: /^\/handoffs(\/[^/]+)?$/, sources: ['src/frame/frame.tsx', 'src/handoffs/inbox.tsx'], drawn: 'never' },
  { path: /^\/leads$/, sources: ['src/frame/frame.tsx', 'src/leads/lead-list.tsx'], drawn: 'never' },
  { path: /^\/leads\/[^/]+$/, sources: ['src/frame/frame.tsx', 'src/leads/lead-page.tsx'], drawn: 'never' },
] as const;

export const textSources = {
  ja: 'src/language/japanese-texts.ts',
  en: 'src/language/english-texts.ts',
} as const satisfies Readonly<Record<Language, string>>;

export interface ScreenFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The files that the screen at an address will need, beside those that the page asks for itself. None for addresses of no first screen. */
export function findScreenFiles({
  page,
  manifest,
  path,
  language,
}: {
  page: string;
  manifest: BuildManifest;
  path: string;
  language: Language;
}): ScreenFiles {
  const screen = firstScreens.find((one) => one.path.test(path));
  if (screen === undefined) return { scripts: [], styles: [] };
  const chunks = [...screen.sources, textSources[language]].reduce(
    (seen, source) => reach({ manifest, source, seen }),
    new Set<string>(),
  );
  const found = [...chunks].flatMap((source) => manifest[source] ?? []);
  const isNew = (file: string) => !page.includes(file);
  return {
    scripts: found.map(({ file }) => file).filter(isNew),
    styles: [...new Set(found.flatMap(({ css }) => css ?? []))].filter(isNew),
  };
}

/**
 * Whether the server draws the screen at an address. A canvas it draws whole, as a phone shows it first; on a desk each
 * person comes back to where they were, and it would jump there.
 */
export function isDrawn({ path, wide }: { path: string; wide: boolean }): boolean {
  const drawn = firstScreens.find((one) => one.path.test(path))?.drawn ?? 'never';
  return drawn === 'always' || (drawn === 'on-phones' && !wide);
}

/** The chunks that a source needs at once, by their names in the manifest. */
function reach({
  manifest,
  source,
  seen,
}: {
  manifest: BuildManifest;
  source: string;
  seen: Set<string>;
}): Set<string> {
  const chunk = manifest[source];
  if (chunk === undefined || seen.has(source)) return seen;
  seen.add(source);
  for (const one of chunk.imports ?? []) reach({ manifest, source: one, seen });
  return seen;
}
