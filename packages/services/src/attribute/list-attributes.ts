import { attributeDefinition } from '@sodate/database/schema/lead';
import type { Text } from '@sodate/journey/text';
import { asc } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isBantAttribute } from './bant-attributes.ts';
import { builtInAttributes } from './built-in-attributes.ts';

export interface ListedAttribute {
  readonly of: 'lead' | 'company';
  readonly name: string;
  readonly title: Text;
  readonly kind: 'text' | 'number' | 'boolean' | 'date';
  readonly options: readonly string[] | null;
  readonly builtIn: boolean;
  /** Cannot be removed: built-in, or asked by sales at hand-offs. */
  readonly fixed: boolean;
}

/** All attributes of leads and companies: those every lead has, then our own, in the order they were made. */
export async function listAttributes({ context }: { context: Context }): Promise<readonly ListedAttribute[]> {
  const own = await context.database
    .select()
    .from(attributeDefinition)
    .orderBy(asc(attributeDefinition.createdAt), asc(attributeDefinition.name));
  return [
    ...builtInAttributes.map(({ of, name, title, kind }) => ({
      of,
      name,
      title,
      kind,
      options: null,
      builtIn: true,
      fixed: true,
    })),
    ...own.map(({ of, name, title, kind, options }) => {
      const fixed = isBantAttribute({ of, name });
      return { of, name, title, kind, options, builtIn: false, fixed };
    }),
  ];
}
