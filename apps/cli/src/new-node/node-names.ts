import type { Text } from '@sodate/journey/text';

/** The names that a node type's one name gives. */
export interface NodeNames {
  /** "post-to-chat": the type, the folder. */
  readonly type: string;
  /** "postToChat": the definition. */
  readonly variable: string;
  /** "Post to chat": to be worded better, and in Japanese, where 「（仮）」 marks it as provisional. */
  readonly title: Text;
  /** "Chat": what the palette says. */
  readonly short: string;
}

/** A title in Japanese has room for 22 letters, of which 「（仮）」 takes that of six. */
const mostInTitle = 16;
const mostInPalette = 10;

/** Undefined where the name is not kebab-case in small letters and digits. */
export function nodeNames(name: string): NodeNames | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) return undefined;
  const words = name.split('-');
  const variable = words.map((word, index) => (index === 0 ? word : capital(word))).join('');
  const title = capital(words.join(' '));
  return {
    type: name,
    variable,
    title: { ja: `${cut(title, mostInTitle)}（仮）`, en: title },
    short: cut(capital(words.at(-1) ?? name), mostInPalette),
  };
}

function cut(word: string, most: number): string {
  return word.length > most ? `${word.slice(0, most - 1)}…` : word;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
