export const texts = {
  title: 'お知らせ',
  unread: 'お知らせ（未読{{count}}件）',
  empty: 'お知らせはありません',
  allRead: 'すべて既読にする',
  older: '前のお知らせ',
  someone: 'リード',
  'handoff-assigned': '{{lead}}さんが引き渡されました',
  'handoff-due-soon': '{{lead}}さんへの対応期限が近づいています',
  'handoff-overdue': '{{lead}}さんへの対応期限が過ぎました',
  'lead-hot': '{{lead}}さんがホットリードになりました',
  'lead-stuck': '{{lead}}さんがシナリオの途中で止まっています',
  due: '期限 {{at}}',
} as const;
