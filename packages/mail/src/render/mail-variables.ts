import type { Json } from '@sodate/journey/json';
import type { Language } from '@sodate/journey/text';

/** What a mail's Liquid may speak of. Empty texts where a value is not known. */
export interface MailVariables {
  readonly lead: {
    readonly name: string;
    readonly email: string;
    readonly company: string;
    readonly department: string;
    readonly title: string;
    readonly phone: string;
    readonly attributes: Readonly<Record<string, Json>>;
  };
  readonly sender: { readonly name: string; readonly email: string; readonly postal_address: string };
  readonly language: Language;
  readonly unsubscribe_url: string;
}

/** Names that may be written, apart from `lead.attributes.NAME`. */
export const variableNames = [
  'lead.name',
  'lead.email',
  'lead.company',
  'lead.department',
  'lead.title',
  'lead.phone',
  'sender.name',
  'sender.email',
  'sender.postal_address',
  'language',
  'unsubscribe_url',
] as const;

export const attributePrefix = 'lead.attributes.';
