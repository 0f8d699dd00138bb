// RFC 5321 §4.5.3.1 sets the lengths; the rest is what mail systems in use accept, not all that the RFC permits. Invisible
// characters (\p{C}: controls, direction marks, halves of pairs) would let one address look like another.
const addressPattern =
  /^[^\s\p{C}@<>(),;:"\\[\]]{1,64}@(?=.{3,255}$)[^\s\p{C}@.<>(),;:"\\[\]]+(\.[^\s\p{C}@.<>(),;:"\\[\]]+)+$/u;

/** A mail address as it is stored and compared: NFKC (full width becomes half), lower case. Undefined: not an address. */
export function normaliseEmail(value: string): string | undefined {
  const address = value.normalize('NFKC').trim().toLowerCase();
  return addressPattern.test(address) ? address : undefined;
}

/** What stands after the "@" of a normalised address. */
export function emailDomain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
