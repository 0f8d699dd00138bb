const longest = 40;

/**
 * The name by which sites and systems write a field, made from its English title: "Number of sites" becomes
 * `numberOfSites`. Without Latin letters it is `field`. A taken name gets a number behind it.
 */
export function makeFieldName({ title, taken }: { title: string; taken: readonly string[] }): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const joined = [first.toLowerCase(), ...rest.map(capitalise)].join('').replace(/^[0-9]+/, '');
  const bare = joined === '' ? 'field' : joined.charAt(0).toLowerCase() + joined.slice(1);
  return firstFree({ name: bare.slice(0, longest), taken });
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function firstFree({ name, taken }: { name: string; taken: readonly string[] }): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1) {
    const numbered = `${name.slice(0, longest - String(number).length)}${number}`;
    if (!taken.includes(numbered)) return numbered;
  }
}
