import type { LeadDetail } from './lead-types.ts';

/** Where a lead works and as what, each part by itself: the company, then department and position. */
export function workOf({
  company,
  department,
  title,
}: Pick<LeadDetail, 'department' | 'title'> & { company: { name: string } | null }): string[] {
  const position = [department, title].filter(Boolean).join(' ');
  return [company?.name ?? '', position].filter((part) => part !== '');
}
