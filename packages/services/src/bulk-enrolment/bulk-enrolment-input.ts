import type { Id } from '@sodate/journey/id';
import { z } from 'zod';
import { notFound } from '../errors.ts';
import { journeyId } from '../journey/journey-input.ts';
import { leadFilterInput } from '../lead/lead-filter.ts';

export const startBulkEnrolmentInput = z.object({
  journey: journeyId,
  /** Who enters: the filter of the list of leads. */
  filter: leadFilterInput,
});

export const bulkEnrolmentInput = z.object({ bulkEnrolment: z.uuid().transform((id) => id as Id<'bulk-enrolment'>) });

export function bulkEnrolmentMissing() {
  return notFound({
    ja: 'この一括追加は見つかりません。シナリオのリード画面から選び直してください。',
    en: 'This bulk enrolment was not found. Choose it again from the journey’s leads.',
  });
}
