/** What a column may hold of a lead, `consent` to marketing mails among it; own fields are "own.NAME". */
export const importFields = [
  'name',
  'nameKana',
  'email',
  'company',
  'department',
  'title',
  'phone',
  'address',
  'region',
  'zone',
  'language',
  'userId',
  'consent',
] as const;

export type ImportField = (typeof importFields)[number];

export const mostImportRows = 200_000;
