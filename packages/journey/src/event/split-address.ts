/** Host (lower case) and path of an address, without scheme, query and fragment; a path alone has an empty host. */
export function splitAddress(url: string): { host: string; path: string } {
  const bare = url
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[?#].*$/s, '');
  const slash = bare.indexOf('/');
  if (slash < 0) return { host: bare.toLowerCase(), path: '' };
  return { host: bare.slice(0, slash).toLowerCase(), path: unescaped(bare.slice(slash)) };
}

function unescaped(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
