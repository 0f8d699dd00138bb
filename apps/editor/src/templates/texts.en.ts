import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  templates: 'Templates',
  nodes: '{{count}} nodes',
  nodes_one: '1 node',
};
