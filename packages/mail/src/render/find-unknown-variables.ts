import { htmlEngine } from './liquid-engine.ts';
import { attributePrefix, variableNames } from './mail-variables.ts';

const known: ReadonlySet<string> = new Set(variableNames);
const objects: ReadonlySet<string> = new Set(['lead', 'sender', 'lead.attributes']);

/** Variables that a template speaks of and no lead has, in the order written. They come out empty. */
export function findUnknownVariables({
  template,
  attributes,
}: {
  template: string;
  attributes: ReadonlySet<string>;
}): string[] {
  const names = htmlEngine.globalFullVariablesSync(htmlEngine.parse(template));
  return [...new Set(names)].filter((name) => {
    if (known.has(name) || objects.has(name)) return false;
    return !(name.startsWith(attributePrefix) && attributes.has(name.slice(attributePrefix.length)));
  });
}
