import { attributeDefinition } from '@sodate/database/schema/lead';
import type { Text } from '@sodate/journey/text';
import type { Context } from '../context.ts';

export interface BantAttribute {
  readonly name: string;
  readonly title: Text;
}

/** Budget, authority, need, time frame: own fields of every installation, asked by sales, usable in conditions. */
export const bantAttributes: readonly BantAttribute[] = [
  { name: 'bantBudget', title: { ja: '予算', en: 'Budget' } },
  { name: 'bantAuthority', title: { ja: '決裁', en: 'Authority' } },
  { name: 'bantNeed', title: { ja: '必要性', en: 'Need' } },
  { name: 'bantTimeFrame', title: { ja: '時期', en: 'Time frame' } },
];

/** Defines the four where they are not yet. */
export async function ensureBantAttributes({ context }: { context: Context }): Promise<void> {
  await context.database
    .insert(attributeDefinition)
    .values(bantAttributes.map(({ name, title }) => ({ of: 'lead' as const, name, title, kind: 'text' as const })))
    .onConflictDoNothing();
}

/** Whether sales ask for this field at hand-offs, so that it must stay. */
export function isBantAttribute({ of, name }: { of: 'lead' | 'company'; name: string }): boolean {
  return of === 'lead' && bantAttributes.some((attribute) => attribute.name === name);
}
