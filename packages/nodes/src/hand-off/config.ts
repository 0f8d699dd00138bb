import { z } from 'zod';
import { businessUnits, calendarValue, peopleValue, receiverValue } from '../kit/config-values.ts';
import { field } from '../kit/field.ts';

const businessTime = z.object({ amount: z.number().int().min(1).max(1_000), unit: z.enum(businessUnits) });

export const handOffConfig = z.object({
  to: field(receiverValue, {
    title: { ja: '渡す相手', en: 'Hand to' },
    help: {
      ja: 'チームに渡すと、メンバーが順番に受け持ちます。',
      en: 'In a team, members take turns.',
    },
    hint: { kind: 'receiver' },
  }),
  followUp: field(z.string().trim().min(1).max(2_000), {
    title: { ja: 'してほしいこと', en: 'What to do' },
    help: {
      ja: '担当者が最初に読む文です。いつ、何を、どう伝えるかを書きます。',
      en: 'What the rep reads first: what to do, when and how.',
    },
    example: {
      ja: '資料の活用状況を電話で聞き、事例の説明を提案する',
      en: 'Call about the document, and offer to walk through a case',
    },
    hint: { kind: 'text', lines: 4, maxLength: 2_000 },
  }),
  questions: field(z.array(z.string().trim().min(1).max(200)).max(10).default([]), {
    title: { ja: '聞いてほしいこと', en: 'Questions to ask' },
    help: { ja: '1つの欄に1つずつ書きます。', en: 'One question in each field.' },
    example: { ja: '導入の時期はいつごろか', en: 'When would they start?' },
    hint: { kind: 'lines', max: 10 },
  }),
  sla: field(businessTime, {
    title: { ja: '対応期限', en: 'First response within' },
    help: { ja: '休日と営業時間外は数えません。', en: 'Closed days and hours do not count.' },
    hint: { kind: 'duration', units: businessUnits },
  }),
  calendar: field(calendarValue, {
    title: { ja: '営業カレンダー', en: 'Business calendar' },
    help: { ja: '対応期限は、このカレンダーの営業時間で数えます。', en: 'The deadline counts its open hours only.' },
    hint: { kind: 'calendar' },
  }),
  remindBefore: field(businessTime.exactOptional(), {
    title: { ja: '期限前の知らせ', en: 'Remind before' },
    help: { ja: '期限のこれだけ前に、担当者に知らせます。', en: 'The rep is reminded this long before the deadline.' },
    hint: { kind: 'duration', units: businessUnits },
  }),
  escalateTo: field(peopleValue.exactOptional(), {
    title: { ja: '期限を過ぎたら知らせる人', en: 'Tell when overdue' },
    help: {
      ja: '担当者のほかに知らせる人です（担当者にはいつも知らせます）。空なら営業マネージャー全員、いなければ管理者に知らせます。人を選ぶと、その人だけに知らせます。',
      en: 'The owner is always told. Left empty, all sales managers are told too, or the admins where there are none. If you choose people, only they and the owner are told.',
    },
    hint: { kind: 'users', otherwise: 'sales-managers' },
  }),
});
