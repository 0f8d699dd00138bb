import type { LeadRow } from '@sodate/database/schema/lead';
import type { OrganisationRow } from '@sodate/database/schema/organisation';
import type { Language } from '@sodate/journey/text';
import type { MailVariables } from '@sodate/mail/render/mail-variables';

type LeadPart = Pick<LeadRow, 'name' | 'email' | 'department' | 'title' | 'phone' | 'attributes' | 'language'>;

/** What a mail may say of a lead. Empty texts where a value is not known. */
export function leadVariables({
  lead,
  company,
  organisation,
  unsubscribeUrl,
}: {
  lead: LeadPart;
  company: string | null;
  organisation: Pick<OrganisationRow, 'sender' | 'language'>;
  unsubscribeUrl: string;
}): MailVariables {
  const { sender } = organisation;
  return {
    lead: {
      name: lead.name,
      email: lead.email ?? '',
      company: company ?? '',
      department: lead.department ?? '',
      title: lead.title ?? '',
      phone: lead.phone ?? '',
      attributes: lead.attributes,
    },
    sender: { name: sender.name, email: sender.email, postal_address: sender.postalAddress },
    language: languageOf({ lead, organisation }),
    unsubscribe_url: unsubscribeUrl,
  };
}

/** The language of everything that reaches a lead. */
export function languageOf({
  lead,
  organisation,
}: {
  lead: Pick<LeadRow, 'language'>;
  organisation: Pick<OrganisationRow, 'language'>;
}): Language {
  return lead.language ?? organisation.language;
}
