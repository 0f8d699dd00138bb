import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = { title: 'Settings' };
