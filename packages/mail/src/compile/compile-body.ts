import type { Text } from '@sodate/journey/text';
import type { MailProblem } from './mail-problem.ts';

interface MjmlComplaint {
  readonly line: number;
  readonly message: string;
}

/** MJML to HTML; what MJML finds wrong becomes problems in both languages. */
export async function compileBody(body: string): Promise<{ html: string; problems: MailProblem[] }> {
  // Only here: it brings a thousand files, and whoever starts wants no mail yet.
  const { default: mjmlToHtml } = await import('mjml');
  try {
    const { html, errors } = await mjmlToHtml(body, { validationLevel: 'soft', fonts: {}, keepComments: false });
    return { html, problems: errors.flatMap(readComplaint) };
  } catch {
    return { html: '', problems: [malformed] };
  }
}

const malformed: MailProblem = {
  severity: 'error',
  field: 'body',
  message: {
    ja: 'MJMLとして読めません。全体を <mjml><mj-body>…</mj-body></mjml> で囲んでください。',
    en: 'This is not MJML. Enclose all of it in <mjml><mj-body>…</mj-body></mjml>.',
  },
};

// MJML's own sentences, which it gives no codes for.
const complaints: readonly {
  readonly pattern: RegExp;
  readonly severity: MailProblem['severity'];
  word(parts: readonly string[]): Text;
}[] = [
  {
    pattern: /^Attribute (\S+) is illegal/,
    severity: 'warning',
    word: ([name]) => ({ ja: `属性 ${name} はここでは使えません。`, en: `The attribute ${name} has no meaning here.` }),
  },
  {
    pattern: /^Attribute (\S+) has invalid value: (.*) for type (\S+)/s,
    severity: 'warning',
    word: ([name, value, type]) => ({
      ja: `属性 ${name} の値「${value}」は正しくありません（${type}）。`,
      en: `The attribute ${name} cannot be “${value}” (${type}).`,
    }),
  },
  {
    pattern: /^Element (\S+) doesn't exist/,
    severity: 'error',
    word: ([name]) => ({ ja: `<${name}> というタグはありません。`, en: `There is no tag <${name}>.` }),
  },
  {
    pattern: /^(\S+) cannot be used inside (\S+), only inside: (.*)$/,
    severity: 'error',
    word: ([name, inside, only]) => ({
      ja: `<${name}> は <${inside}> の中に置けません。置けるのは ${only} の中です。`,
      en: `<${name}> cannot stand in <${inside}>, only in ${only}.`,
    }),
  },
];

function readComplaint({ line, message }: MjmlComplaint): MailProblem[] {
  for (const { pattern, severity, word } of complaints) {
    const found = pattern.exec(message);
    if (!found) continue;
    // A value filled in by Liquid cannot be judged yet.
    if (/has invalid value/.test(message) && /\{\{|\{%/.test(message)) return [];
    return [{ severity, field: 'body', line, message: word(found.slice(1)) }];
  }
  return [{ severity: 'error', field: 'body', line, message: { ja: message, en: message } }];
}
