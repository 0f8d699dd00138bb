import { attributeDefinition } from '@sodate/database/schema/lead';
import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { findBuiltInAttribute } from './built-in-attributes.ts';

export const saveAttributeInput = z.object({
  of: z.enum(['lead', 'company']),
  /** Written by sites and systems; never changes. */
  name: z
    .string()
    .trim()
    .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/),
  title: z.object({ ja: z.string().trim().min(1).max(40), en: z.string().trim().min(1).max(40) }),
  kind: z.enum(['text', 'number', 'boolean', 'date']),
  /** A text chosen from these; null: free text. */
  options: z.array(z.string().trim().min(1).max(80)).min(1).max(100).nullable().default(null),
  /** Refuses to change a field that is there already: someone else has just made one of this name. */
  isNew: z.boolean().optional(),
});

const mostOwnFields = 200;

/**
 * Defines an own field, or changes its title and options. Its kind stays as it is, since values of it are stored.
 * @throws RequestError where the name is taken by a built-in field, or for a new one by another, the kind would change, or there are too many
 */
export async function saveAttribute({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof saveAttributeInput>;
}): Promise<void> {
  const { of, name, title, kind, options, isNew } = input;
  if (findBuiltInAttribute({ of, name }) !== undefined) {
    throw invalid({ ja: `「${name}」は始めからある項目です。`, en: `“${name}” is a built-in field.` }, 'name');
  }
  if (options !== null && kind !== 'text') {
    throw invalid(
      { ja: '選択肢を持てるのは文字の項目だけです。', en: 'Only a text field can have options.' },
      'options',
    );
  }
  await inTransaction({ context }, async (inner) => {
    const own = and(eq(attributeDefinition.of, of), eq(attributeDefinition.name, name));
    const [known] = await inner.database.select().from(attributeDefinition).where(own);
    if (known !== undefined && isNew === true) throw nameTaken(name);
    if (known !== undefined && known.kind !== kind) throw kindStays();
    if (known === undefined) await refuseTooMany(inner);
    await inner.database
      .insert(attributeDefinition)
      .values({ of, name, title, kind, options })
      .onConflictDoUpdate({ target: [attributeDefinition.of, attributeDefinition.name], set: { title, options } });
    const action = known === undefined ? 'attribute-created' : 'attribute-edited';
    await writeAudit({ context: inner, line: { action, subject: 'attribute', subjectId: `${of}.${name}` } });
  });
}

async function refuseTooMany({ database }: Context): Promise<void> {
  const [row] = await database.select({ count: count() }).from(attributeDefinition);
  if ((row?.count ?? 0) < mostOwnFields) return;
  throw conflict({ ja: `項目は${mostOwnFields}個までです。`, en: `There can be at most ${mostOwnFields} own fields.` });
}

function kindStays() {
  return conflict({
    ja: '値の種類は後から変えられません。別の名前で新しい項目を作ってください。',
    en: 'The kind of a field cannot change later. Make a new field with another name.',
  });
}

function nameTaken(name: string) {
  return conflict({
    ja: `「${name}」という名前の項目がすでにあります。英語の名前を変えてください。`,
    en: `There is already a field named “${name}”. Choose another English title.`,
  });
}
