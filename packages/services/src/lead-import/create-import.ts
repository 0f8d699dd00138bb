import { leadImport } from '@sodate/database/schema/lead-import';
import type { Id } from '@sodate/journey/id';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';
import type { createImportInput } from './import-input.ts';

/** Begins an import: what the columns are, and what becomes of leads that are there already. The rows follow. */
export async function createImport({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof createImportInput>;
}): Promise<{ import: Id<'lead-import'> }> {
  if (new Set(input.fields).size < input.fields.length) throw twice();
  if (!input.fields.some((field) => field === 'name' || field === 'email')) throw nobody();
  if (input.fields.includes('consent') && input.consent === undefined) throw toWhat();
  const { actor } = context;
  const [made] = await context.database
    .insert(leadImport)
    .values({ ...input, consent: input.consent ?? null, createdBy: actor.kind === 'user' ? actor.id : null })
    .returning({ id: leadImport.id });
  if (made === undefined) throw new Error('no import was written');
  return { import: made.id };
}

function twice() {
  return invalid(
    {
      ja: '同じ項目に2つの列を当てています。どちらかを「取り込まない」にしてください。',
      en: 'Two columns are matched with one field. Leave one of them out.',
    },
    'fields',
  );
}

function nobody() {
  return invalid(
    {
      ja: '「氏名」か「メールアドレス」の列を選んでください。',
      en: 'Choose which column holds the name or the email address.',
    },
    'fields',
  );
}

function toWhat() {
  return invalid(
    {
      ja: '同意の列を取り込むには、同意の文面と、同意をもらったところを書いてください。',
      en: 'To import a column of consent, write the words agreed to and where that was.',
    },
    'consent',
  );
}
