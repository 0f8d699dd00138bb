import type { Liquid } from 'liquidjs';
import type { MailSource } from '../compile/compile-mail.ts';
import type { MailProblem } from '../compile/mail-problem.ts';
import { htmlEngine, textEngine } from '../render/liquid-engine.ts';
import type { MailVariables } from '../render/mail-variables.ts';
import { RenderError, renderTemplate } from '../render/render-template.ts';

/** Where a mail that cannot be filled in fails: its fields are filled in as they were written, one by one. */
export function findFailingPlace({
  source,
  sample,
}: {
  source: MailSource;
  sample: MailVariables;
}): Pick<MailProblem, 'field' | 'line'> {
  const fields: readonly (readonly [MailProblem['field'], Liquid])[] = [
    ['subject', textEngine],
    ['preview', htmlEngine],
    ['body', htmlEngine],
  ];
  for (const [field, engine] of fields) {
    try {
      renderTemplate({ engine, template: source[field], variables: sample });
    } catch (fault) {
      if (!(fault instanceof RenderError)) throw fault;
      return { field, ...(fault.line === undefined ? {} : { line: fault.line }) };
    }
  }
  // Only all of it together costs too much.
  return { field: 'body' };
}
