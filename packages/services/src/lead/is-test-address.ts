import { emailDomain } from './normalise-email.ts';

/**
 * Whether a normalised address is one of the organisation's test leads.
 * @param testAddresses whole addresses ("a@b.example") and domains ("b.example"; subdomains are not meant)
 */
export function isTestAddress({ email, testAddresses }: { email: string; testAddresses: readonly string[] }): boolean {
  const domain = emailDomain(email);
  return testAddresses.some((entry) => {
    const wanted = entry.normalize('NFKC').trim().toLowerCase();
    return wanted === email || wanted === domain || wanted === `@${domain}`;
  });
}
