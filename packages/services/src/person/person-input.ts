import { roles } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import { languages } from '@sodate/journey/text';
import { z } from 'zod';

export const personName = z.string().trim().min(1).max(100);
export const personEmail = z.email().max(254);
/** The same bounds as at sign-in. */
export const newPassword = z.string().min(8).max(128);
export const zoneName = z.string().max(64).refine(isZone, 'not an IANA time zone');

const userId = z.uuid().transform((id) => asId<'user'>(id));

export const createPersonInput = z.object({
  name: personName,
  email: personEmail,
  password: newPassword,
  role: z.enum(roles),
  language: z.enum(languages),
});

export const updatePersonInput = z.object({
  id: userId,
  name: personName.optional(),
  role: z.enum(roles).optional(),
  absent: z.boolean().optional(),
  active: z.boolean().optional(),
});

export const resetPasswordInput = z.object({ id: userId, password: newPassword });

export const ownSettingsInput = z.object({
  name: personName.optional(),
  language: z.enum(languages).optional(),
  colourScheme: z.enum(['auto', 'light', 'dark']).optional(),
  absent: z.boolean().optional(),
});

export const setUpInput = z.object({
  token: z.string().max(200),
  name: personName,
  email: personEmail,
  password: newPassword,
  language: z.enum(languages),
  zone: zoneName,
  organisation: z.string().trim().min(1).max(200),
});

export type CreatePersonInput = z.infer<typeof createPersonInput>;
export type UpdatePersonInput = z.infer<typeof updatePersonInput>;
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
export type OwnSettingsInput = z.infer<typeof ownSettingsInput>;
export type SetUpInput = z.infer<typeof setUpInput>;

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
