import { attributePrefix, variableNames } from './mail-variables.ts';

const known: ReadonlySet<string> = new Set(variableNames);
const objects: ReadonlySet<string> = new Set(['lead', 'sender', 'lead.attributes']);

/** Of the variables that a template speaks of, those that no lead has. They come out empty. */
export function findUnknownVariables({
  variables,
  attributes,
}: {
  variables: readonly string[];
  attributes: ReadonlySet<string>;
}): string[] {
  return variables.filter((name) => {
    if (known.has(name) || objects.has(name)) return false;
    return !(name.startsWith(attributePrefix) && attributes.has(name.slice(attributePrefix.length)));
  });
}
