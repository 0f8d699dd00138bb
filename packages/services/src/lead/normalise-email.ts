const addressForm = /^[^\s@"<>(),;:\\]+@[^\s@"<>(),;:\\]+\.[^\s@.]+$/;

/** A mail address as we store it: NFKC (full width becomes half width), lower case, no blanks. Null where it is none. */
export function normaliseEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase();
  return email.length <= 254 && addressForm.test(email) ? email : null;
}
