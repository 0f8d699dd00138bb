/** The names that a node type's one name gives. */
export interface NodeNames {
  /** "post-to-chat": the type, the folder. */
  readonly type: string;
  /** "postToChat": the definition. */
  readonly variable: string;
  /** "Post to chat": the English title, to be worded better. */
  readonly title: string;
  /** "Chat": what the palette says. */
  readonly short: string;
}

/** Undefined where the name is not kebab-case in small letters. */
export function nodeNames(name: string): NodeNames | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) return undefined;
  const words = name.split('-');
  const variable = words.map((word, index) => (index === 0 ? word : capital(word))).join('');
  return { type: name, variable, title: capital(words.join(' ')), short: capital(words.at(-1) ?? name) };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
