import type { ListedLead } from './lead-types.ts';

const digitsThatFind = 3;

/** What tells those apart whom a search has found: the reading, and the phone number where that was typed. */
export function toldApart({
  lead: { nameKana, phone },
  search,
}: {
  lead: Pick<ListedLead, 'nameKana' | 'phone'>;
  search: string | undefined;
}): readonly string[] {
  if (!search) return [];
  const digits = search.normalize('NFKC').replaceAll(/\D/g, '').replace(/^81/, '');
  const byPhone = digits.length >= digitsThatFind && phone?.includes(digits) === true;
  return [nameKana, byPhone ? phone : null].filter((part) => part !== null);
}
