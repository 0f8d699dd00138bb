import { LiquidError } from 'liquidjs';
import { htmlEngine } from '../render/liquid-engine.ts';
import { liquidReason } from '../render/liquid-reason.ts';
import { lineOf } from './line-of.ts';
import type { MailProblem } from './mail-problem.ts';

/** The parser's work grows with the square of this; each of them is read anew for every lead. */
const mostMarks = 2_000;

/** Whether the Liquid of one field can be read. */
export function checkLiquid({ field, source }: { field: MailProblem['field']; source: string }): MailProblem[] {
  const excess = [...source.matchAll(/\{[{%]/g)][mostMarks];
  if (excess !== undefined) return [tooMany({ field, line: lineOf({ text: source, offset: excess.index }) })];
  try {
    htmlEngine.parse(source);
    return [];
  } catch (fault) {
    if (!LiquidError.is(fault)) throw fault;
    const [line] = fault.token.getPosition();
    const reason = liquidReason(fault.message);
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

function tooMany({ field, line }: { field: MailProblem['field']; line: number }): MailProblem {
  return {
    severity: 'error',
    field,
    line,
    message: {
      ja: `差し込み（{{ }} と {% %}）が多すぎます。${mostMarks.toLocaleString('en')}個までにしてください。`,
      en: `There is too much Liquid ({{ }} and {% %}). Keep to ${mostMarks.toLocaleString('en')}.`,
    },
  };
}
