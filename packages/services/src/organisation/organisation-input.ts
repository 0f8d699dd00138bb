import { languages } from '@sodate/journey/text';
import { z } from 'zod';
import { zoneName } from '../person/person-input.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const testAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^([^\s@]+@)?[^\s@.]+(\.[^\s@.]+)+$/, 'a mail address or a domain');

/** A left-out part stays as it is. */
export const updateOrganisationInput = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  language: z.enum(languages).optional(),
  zone: zoneName.optional(),
  sender: z
    .object({
      name: z.string().trim().min(1).max(200),
      email: z.email().max(254),
      postalAddress: z.string().trim().max(500),
    })
    .optional(),
  quietHours: z.object({ from: clock, to: clock }).nullable().optional(),
  mailsPerWeek: z.number().int().min(1).max(100).nullable().optional(),
  testAddresses: z.array(testAddress).max(200).optional(),
});

export type UpdateOrganisationInput = z.infer<typeof updateOrganisationInput>;
