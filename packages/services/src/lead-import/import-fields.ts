/** The fields of a lead that a column may hold; own fields are "own.NAME". */
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
] as const;

export type ImportField = (typeof importFields)[number];

export const mostImportRows = 200_000;
