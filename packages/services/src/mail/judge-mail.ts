import type { MailSource } from '@sodate/mail/compile/compile-mail';
import { createJudge } from '@sodate/mail/judge/create-judge';
import type { JudgedSource } from '@sodate/mail/judge/judge-source';
import { sampleVariables } from './sample-variables.ts';

/** A mail of the usual size takes a fifth of a second. */
const limitMs = 8_000;

const judge = createJudge({ limitMs });

/** Compiles a mail and fills it once with a sample lead, beside this thread; see `createJudge`. */
export function judgeMail({ kind, subject, preview, body }: MailSource): Promise<JudgedSource> {
  return judge({ source: { kind, subject, preview, body }, sample: sampleVariables({ language: 'ja' }) });
}
