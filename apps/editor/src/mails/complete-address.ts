const withoutScheme = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?::\d+)?(?:[/?#]\S*)?$/u;

/** "www.example.jp/case" as it was meant: with "https://". What is no such address stays as it was typed. */
export function completeAddress(typed: string): string {
  return withoutScheme.test(typed) ? `https://${typed}` : typed;
}
