import { LiquidError } from 'liquidjs';
import { htmlEngine } from '../render/liquid-engine.ts';
import type { MailProblem } from './mail-problem.ts';

/** Whether the Liquid of one field can be read. */
export function checkLiquid({ field, source }: { field: MailProblem['field']; source: string }): MailProblem[] {
  try {
    htmlEngine.parse(source);
    return [];
  } catch (fault) {
    if (!LiquidError.is(fault)) throw fault;
    const [line] = fault.token.getPosition();
    const reason = reasonOf(fault.message);
    return [
      {
        severity: 'error',
        field,
        ...(line === undefined ? {} : { line }),
        message: {
          ja: `差し込み（Liquid）の書き方に誤りがあります：${reason}`,
          en: `The Liquid cannot be read: ${reason}`,
        },
      },
    ];
  }
}

/** Liquid's message without the place, which we tell apart. */
function reasonOf(message: string): string {
  return message.replace(/, (?:file:.*, )?line:\d+, col:\d+$/, '');
}
