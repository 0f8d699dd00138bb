import type { Id } from '@sodate/journey/id';
import { z } from 'zod';
import { notFound } from '../errors.ts';
import { pageInput } from '../page.ts';
import { importFields, mostImportRows } from './import-fields.ts';

const field = z.union([z.enum(importFields), z.templateLiteral(['own.', z.string().min(1).max(80)])]);

export const createImportInput = z.object({
  name: z.string().trim().min(1).max(200),
  fields: z.array(field).min(1).max(100),
  existing: z.enum(['fill', 'overwrite', 'skip']),
  /** What was agreed to, and where: by everybody in the file, or where a column says so. Absent: nothing is said of consent. */
  consent: z
    .object({
      topic: z.string().trim().min(1).max(100),
      wording: z.string().trim().min(1).max(1_000),
      source: z.string().trim().min(1).max(300),
    })
    .optional(),
  rows: z.number().int().min(1).max(mostImportRows),
});

export const importInput = z.object({ import: z.uuid().transform((id) => id as Id<'lead-import'>) });

export const addImportRowsInput = importInput.extend({
  rows: z
    .array(
      z.object({
        number: z
          .number()
          .int()
          .min(1)
          .max(mostImportRows * 2),
        cells: z.array(z.string().max(2_000)).max(100),
      }),
    )
    .min(1)
    .max(500),
});

export const listImportProblemsInput = importInput.extend(pageInput.shape);

export function importMissing() {
  return notFound({
    ja: 'この取り込みは見つかりません。ファイルを選び直してください。',
    en: 'This import was not found. Choose the file again.',
  });
}
