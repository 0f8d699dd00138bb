import { foldHead } from './fold-head.ts';
import { hintsAtConsent } from './hints-at-consent.ts';

/** A field that a column may hold, and how it is called here. */
export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

/** What columns are called in the exports of other tools, folded as below. */
const names: Readonly<Record<string, readonly string[]>> = {
  name: ['氏名', '名前', 'お名前', '姓名', '担当者名', '担当者', 'name', 'fullname', 'contactname'],
  nameKana: ['ふりがな', 'フリガナ', '氏名カナ', '氏名かな', 'カナ', 'kana', 'namekana'],
  email: ['メールアドレス', 'メール', 'eメール', 'email', 'mail', 'mailaddress', 'emailaddress'],
  company: [
    '会社名',
    '会社',
    '企業名',
    '法人名',
    '貴社名',
    '御社名',
    'company',
    'companyname',
    'account',
    'organization',
  ],
  department: ['部署', '部署名', '所属', '部門', 'department'],
  title: ['役職', '役職名', '肩書', '肩書き', 'title', 'jobtitle', 'position'],
  phone: ['電話', '電話番号', 'tel', 'phone', 'phonenumber', '携帯', '携帯電話'],
  address: ['住所', '所在地', 'address'],
  region: ['地域', '都道府県', 'エリア', 'region', 'state', 'prefecture'],
  zone: ['タイムゾーン', 'timezone', 'zone'],
  language: ['言語', 'language', 'lang'],
  userId: ['id', 'ユーザーid', '顧客id', '会員id', 'userid', 'customerid'],
};

/** For each head the field it most likely is; undefined: left out. No field is given twice. */
export function guessFields({
  heads,
  choices,
}: {
  heads: readonly string[];
  choices: readonly FieldChoice[];
}): readonly (string | undefined)[] {
  const taken = new Set<string>();
  const named = heads.map((head) => {
    const bare = foldHead(head);
    const found = choices.find(
      ({ value, label }) =>
        !taken.has(value) && (foldHead(label) === bare || (names[value] ?? []).some((name) => foldHead(name) === bare)),
    );
    if (found !== undefined) taken.add(found.value);
    return found?.value;
  });
  if (taken.has('consent') || choices.every(({ value }) => value !== 'consent')) return named;
  // Called in a hundred ways; only what is no other field may be it.
  const consentAt = heads.findIndex((head, index) => named[index] === undefined && hintsAtConsent(head));
  return named.map((field, index) => (index === consentAt ? 'consent' : field));
}
