import type { JourneyId } from '@sodate/journey/id';
import { z } from 'zod';

/** A journey's id at the boundary. */
export const journeyId = z.uuid().transform((id) => id as JourneyId);

/** For verbs about one journey as a whole. */
export const journeyInput = z.object({ journey: journeyId });
