/** Columns of a lead that traits and form fields may fill. */
export type LeadField =
  | 'name'
  | 'nameKana'
  | 'department'
  | 'title'
  | 'phone'
  | 'address'
  | 'region'
  | 'zone'
  | 'language';

export type TraitField =
  | LeadField
  | 'email'
  | 'company'
  | 'industry'
  | 'employees'
  | 'family'
  | 'given'
  | 'familyKana'
  | 'givenKana';

/** Spellings met in forms and in the Segment spec; compared without case, width, blanks, "-", "_" and "your". */
const spellings: Readonly<Record<TraitField, readonly string[]>> = {
  email: ['email', 'mail', 'emailaddress', 'mailaddress', 'メール', 'メールアドレス', 'eメール'],
  name: ['name', 'fullname', '氏名', 'お名前', '名前', 'ご担当者名', '担当者名'],
  nameKana: ['namekana', 'kana', 'fullnamekana', 'furigana', 'ふりがな', 'フリガナ'],
  family: ['lastname', 'familyname', 'surname', '姓'],
  given: ['firstname', 'givenname', '名'],
  familyKana: ['lastnamekana', 'familynamekana', 'セイ', 'せい'],
  givenKana: ['firstnamekana', 'givennamekana', 'メイ', 'めい'],
  company: ['company', 'companyname', 'organization', 'organisation', '会社', '会社名', '御社名', '貴社名', '企業名'],
  industry: ['industry', '業種', '業界'],
  employees: ['employees', 'companysize', 'employeecount', '従業員数', '社員数'],
  department: ['department', 'division', '部署', '部署名', '所属'],
  title: ['title', 'jobtitle', 'position', '役職', '肩書'],
  phone: ['phone', 'tel', 'telephone', 'phonenumber', '電話', '電話番号'],
  address: ['address', '住所', 'ご住所'],
  region: ['region', 'prefecture', 'state', '都道府県', '地域'],
  zone: ['zone', 'timezone'],
  language: ['language', 'locale', '言語'],
};

const fieldOf = new Map(
  Object.entries(spellings).flatMap(([field, names]) => names.map((name) => [name, field as TraitField] as const)),
);

/** What a trait or form field means to us; undefined: nothing we know. */
export function findTraitField(key: string): TraitField | undefined {
  const folded = key
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.]/g, '');
  return fieldOf.get(folded) ?? fieldOf.get(folded.replace(/^your/, ''));
}
