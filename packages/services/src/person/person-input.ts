import { roles } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import { languages } from '@sodate/journey/text';
import { z } from 'zod';
import { handoffNotices } from '../handoff/handoff-notices.ts';

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

export const invitePersonInput = createPersonInput.omit({ password: true });

export const sendPasswordLinkInput = z.object({ id: userId });

export const choosePasswordInput = z.object({ token: z.string().max(200), password: newPassword });

const day = z.iso.date();

/** From one day to another, both included; null: no such days are set. */
const absentDays = z
  .object({ from: day, until: day })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'before the first day' })
  .nullable();

export const updatePersonInput = z.object({
  id: userId,
  name: personName.optional(),
  role: z.enum(roles).optional(),
  absent: z.boolean().optional(),
  absentDays: absentDays.optional(),
  /** Back again; `deactivatePerson` is the other way. */
  active: z.literal(true).optional(),
});

export const setAbsenceInput = updatePersonInput.pick({ id: true, absent: true, absentDays: true });

/** Who takes the hand-offs that somebody leaves behind: a person, a team in turns, or nobody yet. */
export const handoffHeirs = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: userId }),
  z.object({ kind: z.literal('team'), team: z.uuid().transform((id) => asId<'team'>(id)) }),
  z.object({ kind: z.literal('nobody') }),
]);

export const deactivatePersonInput = z.object({ id: userId, to: handoffHeirs });

export const askToDeactivateInput = z.object({ id: userId });

/** Whose hand-offs; 'nobody': those without an owner who is with us. */
export const handoffsOfInput = z.object({ id: z.union([userId, z.literal('nobody')]) });

export const moveHandoffsInput = handoffsOfInput.extend({
  to: handoffHeirs,
  /** Those too that are accepted already. */
  working: z.boolean().default(true),
  /** Those alone that fall due, or whose leads are to be contacted, in the days of `during`. */
  meanwhile: z.boolean().default(false),
  /** For the new owners. */
  note: z.string().trim().max(2_000).optional(),
  /** The days away that it is done for; null: none. Left out: those that are arranged for that person. */
  during: absentDays.optional(),
});

export const previewMoveInput = moveHandoffsInput.omit({ note: true });
export const handoffsToMoveInput = previewMoveInput.omit({ to: true });

/** Days that somebody will be away; null: from now on, until they say otherwise. */
export const countDueDuringInput = z.object({ id: userId, days: absentDays });

export const resetPasswordInput = z.object({ id: userId, password: newPassword });

export const ownSettingsInput = z.object({
  name: personName.optional(),
  language: z.enum(languages).optional(),
  colourScheme: z.enum(['auto', 'light', 'dark']).optional(),
  absent: z.boolean().optional(),
  absentDays: absentDays.optional(),
  /** Notices that come without a mail. */
  mutedMails: z.array(z.enum(handoffNotices)).max(handoffNotices.length).optional(),
});

export const setUpInput = z.object({
  token: z.string().max(200),
  name: personName,
  email: personEmail,
  password: newPassword,
  language: z.enum(languages),
  zone: zoneName,
  organisation: z.string().trim().min(1).max(200),
  /** What the foot of every marketing mail shows; nothing: none is sent until it is set. */
  postalAddress: z.string().trim().max(500).default(''),
});

export type CreatePersonInput = z.infer<typeof createPersonInput>;
export type InvitePersonInput = z.infer<typeof invitePersonInput>;
export type SendPasswordLinkInput = z.infer<typeof sendPasswordLinkInput>;
export type ChoosePasswordInput = z.infer<typeof choosePasswordInput>;
export type DeactivatePersonInput = z.infer<typeof deactivatePersonInput>;

export type MoveHandoffsInput = Omit<z.infer<typeof moveHandoffsInput>, 'working' | 'meanwhile'> & {
  readonly working?: boolean;
  readonly meanwhile?: boolean;
};
export type CountDueDuringInput = z.output<typeof countDueDuringInput>;
export type HandoffsToMoveInput = z.output<typeof handoffsToMoveInput>;
export type PreviewMoveInput = z.output<typeof previewMoveInput>;
export type UpdatePersonInput = z.infer<typeof updatePersonInput>;
export type SetAbsenceInput = z.infer<typeof setAbsenceInput>;
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
export type OwnSettingsInput = z.infer<typeof ownSettingsInput>;
export type SetUpInput = z.input<typeof setUpInput>;

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
