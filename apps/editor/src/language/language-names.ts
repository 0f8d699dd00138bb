import type { Language } from '@sodate/journey/text';

/** Each language in its own name, so that it can be found from the wrong one. */
export const languageNames = [
  { language: 'ja', name: '日本語' },
  { language: 'en', name: 'English' },
] as const satisfies readonly { readonly language: Language; readonly name: string }[];
