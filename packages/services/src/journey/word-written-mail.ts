import { findMailVariables } from '@sodate/journey/graph/mail-variables';
import type { Language } from '@sodate/journey/text';
import { textEngine } from '@sodate/mail/render/liquid-engine';
import type { MailVariables } from '@sodate/mail/render/mail-variables';
import { RenderError, renderTemplate } from '@sodate/mail/render/render-template';
import type { WrittenMail } from './read-mail-change.ts';

/**
 * A mail as readers of this language get it, its conditions decided: they are written in a language of their own, which
 * is not for marketers. What is filled in for each lead stays a variable. Pure.
 */
export function wordWrittenMail({
  mail,
  sender,
  language,
}: {
  mail: WrittenMail;
  sender: MailVariables['sender'];
  language: Language;
}): WrittenMail {
  const fill = (template: string) =>
    renderTemplate({ engine: textEngine, template, variables: asVariables({ template, sender, language }) });
  try {
    return { kind: mail.kind, subject: fill(mail.subject), preview: fill(mail.preview), text: fill(mail.text) };
  } catch (fault) {
    if (!(fault instanceof RenderError)) throw fault;
    return mail;
  }
}

const attributePrefix = 'lead.attributes.';

/** Every variable of the lead as it is written, so that it can be found again in the words. */
function asVariables({
  template,
  sender,
  language,
}: {
  template: string;
  sender: MailVariables['sender'];
  language: Language;
}): MailVariables {
  const names = findMailVariables(template).map(({ name }) => name);
  const own = names.flatMap((name) => (name.startsWith(attributePrefix) ? [name.slice(attributePrefix.length)] : []));
  return {
    lead: {
      name: written('lead.name'),
      email: written('lead.email'),
      company: written('lead.company'),
      department: written('lead.department'),
      title: written('lead.title'),
      phone: written('lead.phone'),
      attributes: Object.fromEntries(own.map((name) => [name, written(`${attributePrefix}${name}`)])),
    },
    sender,
    language,
    unsubscribe_url: written('unsubscribe_url'),
  };
}

function written(name: string): string {
  return `{{ ${name} }}`;
}
