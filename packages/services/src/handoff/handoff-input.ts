import { lostReasons, rejectReasons } from '@sodate/database/schema/handoff';
import type { HandoffId, UserId } from '@sodate/journey/id';
import { z } from 'zod';
import { notFound } from '../errors.ts';

export const handoffInput = z.object({ handoff: z.uuid().transform((id) => id as HandoffId) });

const words = z.string().trim().max(2_000);

export const rejectHandoffInput = handoffInput.extend({ reason: z.enum(rejectReasons), note: words.default('') });

export const giveBackHandoffInput = handoffInput.extend({ note: words.default('') });

/** Calls after which all stands as before: nobody answered, or they spoke and no more came of it. Said as often as it happens. */
export const calls = ['absent', 'reached'] as const;

export const conversationOutcomes = [...calls, 'met', 'opportunity', 'won', 'lost'] as const;

export type ConversationOutcome = (typeof conversationOutcomes)[number];

export function isCall(kind: string): kind is (typeof calls)[number] {
  return calls.some((one) => one === kind);
}

export const recordOutcomeInput = handoffInput.extend({
  outcome: z.enum(conversationOutcomes),
  note: words.default(''),
});

/** Either, or both. What is left out stays as it was. */
export const sayWhyLostInput = handoffInput
  .extend({ reason: z.enum(lostReasons).optional(), note: z.string().trim().min(1).max(200).optional() })
  .refine(({ reason, note }) => reason !== undefined || note !== undefined);

export const reassignHandoffInput = handoffInput.extend({
  owner: z.uuid().transform((id) => id as UserId),
  /** For the new owner. */
  note: words.optional(),
});

export const setNextContactInput = handoffInput.extend({
  /** In the organisation's zone; without a time the day alone counts. Null: none. */
  contact: z
    .object({
      date: z.iso.date(),
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .optional(),
      note: z.string().trim().max(200).default(''),
    })
    .nullable(),
});

/** Changes of owner that were made at once are taken back at once. */
export const undoReassignInput = z.object({ handoffs: z.array(handoffInput.shape.handoff).min(1).max(2_000) });

export const addNoteInput = handoffInput.extend({ note: words.min(1) });

export const fillBantInput = handoffInput.extend({
  /** By attribute name; null or empty: not known. */
  answers: z.record(z.string().max(100), z.string().trim().max(500).nullable()),
});

export function handoffMissing() {
  return notFound({
    ja: 'この引き渡しは見つかりません。一覧から選び直してください。',
    en: 'This hand-off was not found. Choose it again from the list.',
  });
}
