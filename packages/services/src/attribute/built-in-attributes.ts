import type { Text } from '@sodate/journey/text';

export interface BuiltInAttribute {
  readonly of: 'lead' | 'company';
  readonly name: string;
  /** The column, as the database spells it. */
  readonly column: string;
  readonly kind: 'text' | 'number';
  readonly title: Text;
}

/** Attributes that are columns. All others are own fields, kept in `attributes`. */
export const builtInAttributes: readonly BuiltInAttribute[] = [
  { of: 'lead', name: 'name', column: 'name', kind: 'text', title: { ja: '氏名', en: 'Name' } },
  { of: 'lead', name: 'nameKana', column: 'name_kana', kind: 'text', title: { ja: 'ふりがな', en: 'Name in kana' } },
  { of: 'lead', name: 'email', column: 'email', kind: 'text', title: { ja: 'メールアドレス', en: 'Email address' } },
  { of: 'lead', name: 'department', column: 'department', kind: 'text', title: { ja: '部署', en: 'Department' } },
  { of: 'lead', name: 'title', column: 'title', kind: 'text', title: { ja: '役職', en: 'Job title' } },
  { of: 'lead', name: 'phone', column: 'phone', kind: 'text', title: { ja: '電話', en: 'Phone' } },
  { of: 'lead', name: 'address', column: 'address', kind: 'text', title: { ja: '住所', en: 'Address' } },
  { of: 'lead', name: 'region', column: 'region', kind: 'text', title: { ja: '地域', en: 'Region' } },
  { of: 'lead', name: 'zone', column: 'zone', kind: 'text', title: { ja: 'タイムゾーン', en: 'Time zone' } },
  { of: 'lead', name: 'language', column: 'language', kind: 'text', title: { ja: '言語', en: 'Language' } },
  {
    of: 'lead',
    name: 'userId',
    column: 'user_id',
    kind: 'text',
    title: { ja: '自社システムのID', en: 'ID in own system' },
  },
  { of: 'company', name: 'name', column: 'name', kind: 'text', title: { ja: '会社名', en: 'Company' } },
  { of: 'company', name: 'domain', column: 'domain', kind: 'text', title: { ja: 'ドメイン', en: 'Domain' } },
  { of: 'company', name: 'industry', column: 'industry', kind: 'text', title: { ja: '業種', en: 'Industry' } },
  { of: 'company', name: 'employees', column: 'employees', kind: 'number', title: { ja: '従業員数', en: 'Employees' } },
  { of: 'company', name: 'region', column: 'region', kind: 'text', title: { ja: '所在地', en: 'Location' } },
  { of: 'company', name: 'phone', column: 'phone', kind: 'text', title: { ja: '代表電話', en: 'Main phone' } },
  {
    of: 'company',
    name: 'address',
    column: 'address',
    kind: 'text',
    title: { ja: '会社の住所', en: 'Company address' },
  },
];

/** The attribute that is a column, or undefined for an own field. */
export function findBuiltInAttribute({
  of,
  name,
}: {
  of: 'lead' | 'company';
  name: string;
}): BuiltInAttribute | undefined {
  return builtInAttributes.find((attribute) => attribute.of === of && attribute.name === name);
}
