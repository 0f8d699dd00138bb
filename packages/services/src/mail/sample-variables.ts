import type { Language } from '@sodate/journey/text';
import type { MailVariables } from '@sodate/mail/render/mail-variables';

/** A made-up lead, for previews while no lead is chosen. */
export function sampleVariables({ language }: { language: Language }): MailVariables {
  const japanese = language === 'ja';
  return {
    lead: {
      name: japanese ? '山田 花子' : 'Hanako Yamada',
      email: 'hanako.yamada@example.com',
      company: japanese ? 'サンプル株式会社' : 'Sample Inc.',
      department: japanese ? '営業企画部' : 'Sales planning',
      title: japanese ? '課長' : 'Manager',
      phone: '03-0000-0000',
      attributes: {},
    },
    sender: {
      name: japanese ? '差出人の名前' : 'Name of the sender',
      email: 'sender@example.com',
      postal_address: japanese ? '差出人の住所' : 'Postal address of the sender',
    },
    language,
    unsubscribe_url: '#',
  };
}
