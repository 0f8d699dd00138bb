import type { Id } from '@sodate/journey/id';
import { z } from 'zod';
import { journeyInput } from '../journey/journey-input.ts';
import { shownNode } from '../journey/read-document-mail.ts';
import { idPageInput } from '../page.ts';

export type ShareId = Id<'journey-share'>;

/** How long links may be good. */
export const shareLives = [7, 30, 90] as const;

export const makeShareInput = journeyInput.extend({
  shows: z.enum(['published', 'draft']),
  withCounts: z.boolean(),
  /** Null: does not expire. */
  days: z.union(shareLives.map((days) => z.literal(days))).nullable(),
});

export const listSharesInput = journeyInput.extend(idPageInput.shape);

/** For verbs about one link of a journey. */
export const shareInput = journeyInput.extend({ share: z.uuid().transform((id) => id as ShareId) });

/** For those who have nothing but the link. */
export const shareTokenInput = z.object({ token: z.string().min(1).max(100) });

export const shareMailInput = shareTokenInput.extend({ node: shownNode });
