/**
 * A phone number as it is stored and compared: NFKC, digits only, a leading "+" kept; Japan's "+81" becomes the
 * domestic "0". Undefined: fewer than 6 or more than 15 digits (ITU-T E.164).
 */
export function normalisePhone(value: string): string | undefined {
  const plain = value.normalize('NFKC').trim().replace('(0)', '');
  const digits = plain.replaceAll(/\D/g, '');
  if (digits.length < 6 || digits.length > 15) return undefined;
  if (!plain.startsWith('+')) return digits;
  return digits.startsWith('81') ? `0${digits.slice(2)}` : `+${digits}`;
}
