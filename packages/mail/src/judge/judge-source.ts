import { type CompileResult, compileMail, type MailSource } from '../compile/compile-mail.ts';
import { canBeShown, isReady, type MailProblem } from '../compile/mail-problem.ts';
import { listVariables } from '../render/list-variables.ts';
import type { MailVariables } from '../render/mail-variables.ts';
import { renderMail } from '../render/render-mail.ts';
import { RenderError } from '../render/render-template.ts';
import { findFailingPlace } from './find-failing-place.ts';

export interface JudgeRequest {
  readonly source: MailSource;
  /** What it is filled in with, to see that it can be. */
  readonly sample: MailVariables;
}

export interface JudgedSource extends CompileResult {
  readonly ready: boolean;
  /** Variables that each field speaks of; none where there is nothing to show. */
  readonly variables: Readonly<Record<MailProblem['field'], readonly string[]>>;
}

export const noVariables: JudgedSource['variables'] = { subject: [], preview: [], body: [] };

/**
 * Compiles a mail and fills it once, so that a template that never ends is found before it is sent. May take long, and
 * much memory: `createJudge` runs it where that harms nobody.
 */
export async function judgeSource({ source, sample }: JudgeRequest): Promise<JudgedSource> {
  const { mail, problems } = await compileMail(source);
  if (!canBeShown(problems)) return { mail, problems, ready: false, variables: noVariables };
  const fault = tryRendering({ template: { ...mail, subject: source.subject }, sample });
  if (fault !== undefined) {
    const problem = { ...findFailingPlace({ source, sample }), severity: 'error', message: word(fault) } as const;
    return { mail, problems: [...problems, problem], ready: false, variables: noVariables };
  }
  const { subject, preview, body } = source;
  const variables = { subject: listVariables(subject), preview: listVariables(preview), body: listVariables(body) };
  return { mail, problems, ready: isReady(problems), variables };
}

function tryRendering({
  template,
  sample,
}: {
  template: Parameters<typeof renderMail>[0]['template'];
  sample: MailVariables;
}): RenderError | undefined {
  try {
    renderMail({ template, variables: sample, linkUrl: () => '' });
    return undefined;
  } catch (fault) {
    if (fault instanceof RenderError) return fault;
    throw fault;
  }
}

function word({ reason }: RenderError): MailProblem['message'] {
  return {
    ja: `差し込みが終わりません、または計算できません：${reason}。繰り返しを減らすか、書き方を見直してください。`,
    en: `The Liquid cannot be filled in: ${reason}. Loop less often, or check how it is written.`,
  };
}
