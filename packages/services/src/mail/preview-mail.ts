import { attributeDefinition, company, lead } from '@sodate/database/schema/lead';
import { organisation } from '@sodate/database/schema/organisation';
import { asId, type LeadId } from '@sodate/journey/id';
import { canBeShown, type MailProblem, mailFields } from '@sodate/mail/compile/mail-problem';
import type { JudgedSource } from '@sodate/mail/judge/judge-source';
import { findUnknownVariables } from '@sodate/mail/render/find-unknown-variables';
import type { MailVariables } from '@sodate/mail/render/mail-variables';
import { renderMail } from '@sodate/mail/render/render-mail';
import { RenderError } from '@sodate/mail/render/render-template';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { asPageUrl, isPageUrl } from './as-page-url.ts';
import { judgeMail } from './judge-mail.ts';
import { leadVariables } from './lead-variables.ts';
import { mailContent } from './mail-input.ts';
import { sampleVariables } from './sample-variables.ts';

export const previewMailInput = z.object({
  content: mailContent.pick({ kind: true, subject: true, preview: true, body: true }),
  /** Whose data fills it in; a made-up lead where left out. */
  lead: z.uuid().optional(),
});

export interface MailPreview {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly problems: readonly MailProblem[];
  /** Where each tracked link leads, in its order. */
  readonly targets: readonly string[];
}

/** A mail as one lead would get it, links pointing at their targets. Faults are `problems`; the HTML is then empty. */
export async function previewMail({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof previewMailInput>;
}): Promise<MailPreview> {
  const { content, lead: chosen } = previewMailInput.parse(input);
  const judged = await judgeMail(content);
  const variables = await readVariables({ context, lead: chosen === undefined ? undefined : asId(chosen) });
  const problems = [
    ...warnOfSender({ variables, kind: content.kind }),
    ...judged.problems,
    ...(await warnOfUnknown({ context, judged })),
  ];
  const nothing = { subject: content.subject, html: '', text: '', targets: [], problems };
  if (!canBeShown(judged.problems)) return nothing;
  try {
    const template = { ...judged.mail, subject: content.subject };
    const { links, ...rendered } = renderMail({ template, variables, linkUrl: ({ target }) => asPageUrl(target) });
    const targets = links.map(({ target }) => target);
    return { ...rendered, targets, problems: [...problems, ...targets.flatMap(judgeTarget)] };
  } catch (fault) {
    if (!(fault instanceof RenderError)) throw fault;
    const message = {
      ja: `このリードでは差し込みができません：${fault.message}`,
      en: `It cannot be filled in for this lead: ${fault.message}`,
    };
    return { ...nothing, problems: [...problems, { severity: 'error', field: 'body', message }] };
  }
}

/** The variables of one lead, or of a made-up one with the organisation's own sender. */
export async function readVariables({
  context,
  lead: id,
}: {
  context: Context;
  lead: LeadId | undefined;
}): Promise<MailVariables> {
  const [own] = await context.database.select().from(organisation);
  const sample = sampleVariables({ language: own?.language ?? 'ja' });
  if (id === undefined || own === undefined) {
    if (own === undefined) return sample;
    const { name, email, postalAddress } = own.sender;
    return { ...sample, sender: { name, email, postal_address: postalAddress } };
  }
  const [row] = await context.database
    .select({ lead, company: company.name })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(eq(lead.id, id));
  if (row === undefined) throw notFound({ ja: 'このリードは見つかりません。', en: 'This lead was not found.' });
  return leadVariables({ ...row, organisation: own, unsubscribeUrl: '#' });
}

async function warnOfUnknown({ context, judged }: { context: Context; judged: JudgedSource }): Promise<MailProblem[]> {
  if (!canBeShown(judged.problems)) return [];
  const own = await context.database
    .select({ name: attributeDefinition.name })
    .from(attributeDefinition)
    .where(eq(attributeDefinition.of, 'lead'));
  const attributes = new Set(own.map(({ name }) => name));
  return mailFields.flatMap((field) =>
    findUnknownVariables({ variables: judged.variables[field], attributes }).map((name) => ({
      severity: 'warning',
      field,
      message: wordUnknown(name),
    })),
  );
}

/** 特定電子メール法: an advertising mail names the postal address of its sender. */
function warnOfSender({ variables, kind }: { variables: MailVariables; kind: 'reply' | 'marketing' }): MailProblem[] {
  if (kind === 'reply' || variables.sender.postal_address.trim() !== '') return [];
  const message = {
    ja: '差出人の住所がありません。案内のメールには表示が必要です（特定電子メール法）。',
    en: 'The postal address of the sender is missing; marketing emails must show it, as the law asks.',
  };
  return [{ severity: 'warning', field: 'body', lacks: 'sender-address', message }];
}

function wordUnknown(name: string): MailProblem['message'] {
  return {
    ja: `差し込み「${name}」はありません。空のまま送られます。`,
    en: `There is no variable “${name}”. It will be left empty.`,
  };
}

function judgeTarget(target: string): MailProblem[] {
  if (isPageUrl(target)) return [];
  const message = {
    ja: `リンク先「${target}」は開けません。https:// で始まるURLを書いてください。`,
    en: `The link to “${target}” cannot be opened. Write a URL that begins with https://.`,
  };
  return [{ severity: 'warning', field: 'body', message }];
}
