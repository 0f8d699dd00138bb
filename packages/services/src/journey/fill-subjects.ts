import type { Graph } from '@sodate/journey/graph/graph';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import type { MailVariables } from '@sodate/mail/render/mail-variables';
import { renderMail } from '@sodate/mail/render/render-mail';
import { RenderError } from '@sodate/mail/render/render-template';

/**
 * The mails with the subjects of those that a graph sends filled in for one lead; one that cannot be stays as written.
 * Their lines tell these subjects: it is what the lead reads of them, and stands beside their names.
 */
export function fillSubjects({
  mails,
  graph,
  variables,
}: {
  mails: Surroundings['mails'];
  graph: Graph;
  variables: MailVariables;
}): Surroundings['mails'] {
  const sent = new Set(Object.values(graph.nodes).map(({ config }) => config.mail));
  return mails.map((mail) => {
    if (!sent.has(mail.id)) return mail;
    const subject = fill({ subject: mail.subject, variables });
    return { ...mail, subject, name: subject || mail.name };
  });
}

function fill({ subject, variables }: { subject: string; variables: MailVariables }): string {
  try {
    const template = { subject, html: '', text: '', links: [] };
    return renderMail({ template, variables, linkUrl: () => '' }).subject;
  } catch (fault) {
    if (!(fault instanceof RenderError)) throw fault;
    return subject;
  }
}
