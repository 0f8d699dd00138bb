import type { EnrollmentId, LeadId } from '@sodate/journey/id';
import { z } from 'zod';
import { conflict, notFound } from '../errors.ts';
import { journeyId } from '../journey/journey-input.ts';

/** An enrollment's id at the boundary. */
export const enrollmentId = z.uuid().transform((id) => id as EnrollmentId);

export const enrollmentInput = z.object({ enrollment: enrollmentId });

export const enrolByHandInput = z.object({ journey: journeyId, lead: z.uuid().transform((id) => id as LeadId) });

export function enrollmentMissing() {
  return notFound({
    ja: 'この参加は見つかりません。リードのページから選び直してください。',
    en: 'This passage was not found. Choose it again from the lead’s page.',
  });
}

export function enrollmentEnded() {
  return conflict({ ja: 'このリードはもう終わっています。', en: 'This lead’s passage has already ended.' });
}
