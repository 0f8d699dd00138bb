import type { Id } from '@sodate/journey/id';
import { z } from 'zod';
import { journeyInput } from './journey-input.ts';

export type CommentId = Id<'comment'>;

/** For verbs about one comment of a journey. */
export const commentInput = journeyInput.extend({ comment: z.uuid().transform((id) => id as CommentId) });
