/** The same form as the server takes: "aoba.example", "*.aoba.example", "localhost:3000". */
const host = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

/** Hosts as people write them, separated by commas or spaces; an address ("https://aoba.example/a") stands for its host. */
export function parseHosts(text: string): { readonly hosts: readonly string[]; readonly wrong?: string } {
  const parts = text
    .split(/[\s,、，]+/)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, ''),
    );
  const hosts = [...new Set(parts)];
  const wrong = hosts.find((part) => !host.test(part));
  return wrong === undefined ? { hosts } : { hosts, wrong };
}
