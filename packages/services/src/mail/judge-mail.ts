import { type CompileResult, compileMail, type MailSource } from '@sodate/mail/compile/compile-mail';
import { isReady } from '@sodate/mail/compile/mail-problem';
import { renderMail } from '@sodate/mail/render/render-mail';
import { RenderError } from '@sodate/mail/render/render-template';
import { sampleVariables } from './sample-variables.ts';

export interface JudgedMail extends CompileResult {
  readonly ready: boolean;
}

/** Compiles a mail and fills it once with a sample lead, so that a template that never ends is found before it is sent. */
export async function judgeMail(source: MailSource): Promise<JudgedMail> {
  const { mail, problems } = await compileMail(source);
  if (!isReady(problems)) return { mail, problems, ready: false };
  const fault = tryRendering({ mail, subject: source.subject });
  if (fault === undefined) return { mail, problems, ready: true };
  const message = {
    ja: `差し込みが終わりません、または計算できません：${fault}。繰り返しを減らすか、書き方を見直してください。`,
    en: `The Liquid cannot be filled in: ${fault}. Loop less often, or check how it is written.`,
  };
  return { mail, problems: [...problems, { severity: 'error', field: 'body', message }], ready: false };
}

function tryRendering({ mail, subject }: { mail: CompileResult['mail']; subject: string }): string | undefined {
  try {
    renderMail({ template: { ...mail, subject }, variables: sampleVariables({ language: 'ja' }), linkUrl: () => '' });
    return undefined;
  } catch (fault) {
    if (fault instanceof RenderError) return fault.message;
    throw fault;
  }
}
