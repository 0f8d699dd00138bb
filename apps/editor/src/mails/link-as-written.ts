/** An address as short as it can be told beside another: a page of the same site by its path alone. */
export function linkAsWritten({ address, beside }: { address: string; beside: string }): string {
  const own = URL.parse(address);
  if (own === null || own.origin !== URL.parse(beside)?.origin) return address;
  return address.replace(own.origin, '') || '/';
}
