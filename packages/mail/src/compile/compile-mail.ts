import { liquidLimits } from '../render/liquid-engine.ts';
import { checkBody } from './check-body.ts';
import { checkLiquid } from './check-liquid.ts';
import { compileBody } from './compile-body.ts';
import { insertFooter } from './footer.ts';
import { insertPreview } from './insert-preview.ts';
import { canBeShown, type MailProblem } from './mail-problem.ts';
import { makeText } from './make-text.ts';
import { type NumberedLink, numberLinks } from './number-links.ts';

export interface MailSource {
  readonly kind: 'reply' | 'marketing';
  readonly subject: string;
  /** The line that inboxes show beside the subject. */
  readonly preview: string;
  /** MJML with Liquid. */
  readonly body: string;
}

export interface CompiledMail {
  /** HTML with Liquid; links stand as `sodate-link:N`. Empty where the body could not be compiled. */
  readonly html: string;
  readonly text: string;
  readonly links: readonly NumberedLink[];
}

export interface CompileResult {
  readonly mail: CompiledMail;
  readonly problems: readonly MailProblem[];
}

const nothing: CompiledMail = { html: '', text: '', links: [] };

// Gmail cuts a message off there; what follows is Liquid's to fill.
const clippedBytes = 102 * 1024;

/** As much as Liquid reads. Each lead's mail is made and sent by itself. */
const mostCharacters = liquidLimits.parseLimit;

/**
 * Compiles a mail once for all who will get it: MJML to HTML with its Liquid intact, tracked links numbered, preview
 * line and legal footer added, and a plain-text part. Never throws for what a marketer can write; see `problems`.
 */
export async function compileMail(source: MailSource): Promise<CompileResult> {
  const problems = [...checkFields(source), ...checkBody(source.body)];
  if (!canBeShown(problems)) return { mail: nothing, problems };
  const body = await compileBody(source.body);
  problems.push(...body.problems);
  if (body.html.length > mostCharacters) problems.push(tooLarge(body.html.length));
  if (!canBeShown(problems)) return { mail: nothing, problems };
  const numbered = numberLinks(insertFooter({ html: body.html, kind: source.kind }));
  const html = insertPreview({ html: numbered.html, preview: source.preview });
  if (Buffer.byteLength(html) > clippedBytes) problems.push(tooLong(Buffer.byteLength(html)));
  return { mail: { html, text: makeText(numbered.html), links: numbered.links }, problems };
}

function checkFields({ subject, preview }: MailSource): MailProblem[] {
  const problems = [
    ...checkLiquid({ field: 'subject', source: subject }),
    ...checkLiquid({ field: 'preview', source: preview }),
  ];
  if (subject.trim() === '') {
    const message = {
      ja: '件名がまだありません。件名を書いてください。',
      en: 'There is no subject so far. Write one.',
    };
    problems.push({ severity: 'error', field: 'subject', unwritten: true, message });
  }
  return problems;
}

function tooLarge(characters: number): MailProblem {
  const size = Math.ceil(characters / 1000);
  return {
    severity: 'error',
    field: 'body',
    message: {
      ja: `HTMLが${size}KBになります。${mostCharacters / 1000}KBまでです。同じ要素の繰り返しを減らしてください。`,
      en: `The HTML would have ${size} kB; at most ${mostCharacters / 1000} kB are allowed. Repeat fewer elements.`,
    },
  };
}

function tooLong(bytes: number): MailProblem {
  const size = Math.ceil(bytes / 1024);
  return {
    severity: 'warning',
    field: 'body',
    message: {
      ja: `HTMLが${size}KBあります。102KBを超えると、Gmailでは途中で切れます。本文を短くしてください。`,
      en: `The HTML is ${size} kB. Gmail cuts emails off at 102 kB. Make the body shorter.`,
    },
  };
}
