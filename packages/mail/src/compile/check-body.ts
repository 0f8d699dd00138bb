import { Parser } from 'htmlparser2';
import { checkLiquid } from './check-liquid.ts';
import { lineOf } from './line-of.ts';
import type { MailProblem } from './mail-problem.ts';

/** Bytes of MJML that a mail may have. */
export const largestBody = 200_000;

const deepest = 50;

/** What can be said of a body before it is compiled: its size, its Liquid, and whether its MJML tags match. */
export function checkBody(body: string): MailProblem[] {
  if (body.trim() === '') return [error({ ja: '本文がありません。', en: 'The body is empty.' })];
  if (Buffer.byteLength(body) > largestBody) {
    const size = Math.ceil(Buffer.byteLength(body) / 1000);
    return [
      error({
        ja: `本文が${size}KBあります。200KBまでです。画像は貼り込まず、URLで指定してください。`,
        en: `The body has ${size} kB; at most 200 kB are allowed. Link images by URL instead of embedding them.`,
      }),
    ];
  }
  return [...checkLiquid({ field: 'body', source: body }), ...checkTags(body)];
}

/** MJML itself closes what is left open without a word; the mail would then look unlike what was written. */
function checkTags(body: string): MailProblem[] {
  const problems: MailProblem[] = [];
  const open: { readonly line: number; readonly start: number }[] = [];
  const parser = new Parser(
    {
      onopentag(name, { href }) {
        const line = lineOf({ text: body, offset: parser.startIndex });
        open.push({ line, start: parser.startIndex });
        if (name === 'mj-include') {
          problems.push(
            error(
              {
                ja: 'mj-include は使えません。内容をそのまま書いてください。',
                en: 'mj-include is not available. Write the content itself.',
              },
              line,
            ),
          );
        }
        const target = href?.trim();
        if (target === '') problems.push({ ...error(nowhere, line), unwritten: true });
        else if (target !== undefined && !leadsSomewhere.test(target))
          problems.push({ ...error(astray(target), line), showable: true });
        if (open.length === deepest) {
          problems.push(error({ ja: 'タグの入れ子が深すぎます。', en: 'The tags are nested too deeply.' }, line));
        }
      },
      onclosetag(name, isImplied) {
        const opened = open.pop();
        const closesItself = opened?.start === parser.startIndex;
        if (!isImplied || closesItself || !(name === 'mjml' || name.startsWith('mj-'))) return;
        problems.push(
          error(
            {
              ja: `<${name}> が閉じられていません。</${name}> を加えてください。`,
              en: `<${name}> is not closed. Add </${name}>.`,
            },
            opened?.line,
          ),
        );
      },
    },
    { xmlMode: true, lowerCaseTags: false },
  );
  parser.end(body);
  return problems;
}

const nowhere: MailProblem['message'] = {
  ja: 'リンク先がまだありません。URLを書くか、ボタンやリンクを外してください。',
  en: 'The link leads nowhere so far. Write its address, or take the button or link out.',
};

/** In a mail there is no page that a shorter address could belong to. */
const leadsSomewhere = /^(?:https?:\/\/[^/\s]|mailto:|tel:|sms:|#|\{[{%])/i;

function astray(target: string): MailProblem['message'] {
  const shown = target.length > 80 ? `${target.slice(0, 79)}…` : target;
  return {
    ja: `リンク先「${shown}」は開けません。https:// からはじめて、サイトの住所をすべて書いてください。`,
    en: `The link to “${shown}” can’t be opened. Write the whole address, beginning with https://.`,
  };
}

function error(message: MailProblem['message'], line?: number): MailProblem {
  return { severity: 'error', field: 'body', ...(line === undefined ? {} : { line }), message };
}
