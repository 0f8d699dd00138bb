export const texts = {
  title: 'はじめの設定',
  help: '1分で終わります。あとから設定で変えられます。',
  'linkNeeded.title': '起動したときのリンクを開いてください',
  'linkNeeded.help': '「npm start」を実行した画面に表示された一度だけ使えるリンクから、はじめの設定ができます。',
  you: 'あなた',
  name: '名前',
  email: 'メールアドレス',
  emailHelp: 'サインインと、メールの差出人の初期値に使います。',
  password: 'パスワード',
  passwordHelp: '8文字以上',
  organisation: '会社・組織',
  organisationName: '会社名',
  postalAddress: '住所と問い合わせ先',
  postalAddressHelp:
    '案内のメールの末尾に入ります（特定電子メール法）。あとでも書けますが、書くまで案内のメールは公開できません。',
  zone: 'タイムゾーン',
  start: 'Sodate をはじめる',
} as const;
