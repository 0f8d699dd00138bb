import { randomBytes } from 'node:crypto';
import type { Text } from '@sodate/journey/text';
import type { Context } from '../context.ts';
import { isOurProof } from './installation-proof.ts';

/** Where the API answers with its proof. */
export const proofPath = '/api/installation-proof';

export interface TestedAddress {
  readonly url: string;
  readonly ok: boolean;
  /** Good only on this machine: links in mails would lead nowhere for others. */
  readonly localOnly: boolean;
  /** What happened, in technical words; empty where all is well. */
  readonly answer: string;
  readonly mend: Text | null;
}

const limitMs = 8_000;

/** Calls PUBLIC_URL as the world would, and sees whether this very installation answers. Never throws. */
export async function testPublicUrl({ context }: { context: Context }): Promise<TestedAddress> {
  const url = context.publicUrl;
  const { hostname } = new URL(url);
  const localOnly = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const question = randomBytes(16).toString('base64url');
  try {
    const answer = await fetch(`${url}${proofPath}?question=${question}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    const said = `HTTP ${answer.status}`;
    if (answer.status >= 300 && answer.status < 400)
      return { url, ok: false, localOnly, answer: said, mend: mends.moved };
    const body = answer.ok ? (await answer.text()).slice(0, 200) : '';
    if (await isOurProof({ context, question, answer: body })) {
      return { url, ok: true, localOnly, answer: '', mend: localOnly ? mends.local : null };
    }
    return { url, ok: false, localOnly, answer: said, mend: mends.stranger };
  } catch (error) {
    const answer = wordsOf(error);
    const mend = /ENOTFOUND|EAI_AGAIN/.test(answer) ? mends.unknown : mends.silent;
    return { url, ok: false, localOnly, answer, mend };
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

const mends = {
  local: {
    ja: 'このマシンからだけ開けるアドレスです。ほかの人にメールのリンクを届けるには、環境変数 PUBLIC_URL に外から開けるアドレスを指定し、Sodate を起動し直してください。',
    en: 'This address opens on this machine only. For links in mails to others, set the variable PUBLIC_URL to an address that the world can open, and start Sodate again.',
  },
  moved: {
    ja: '別のアドレスへ転送されました。転送先のアドレス（多くは https://）を PUBLIC_URL に指定してください。',
    en: 'It leads on to another address. Set PUBLIC_URL to that one (often the https:// one).',
  },
  stranger: {
    ja: 'このアドレスで答えたのは、この Sodate ではありません。PUBLIC_URL か、リバースプロキシの転送先を確かめてください。',
    en: 'Something else answers at this address. Check PUBLIC_URL, or where the reverse proxy leads to.',
  },
  unknown: {
    ja: 'この名前のサーバーが見つかりません。DNS の設定か、PUBLIC_URL のつづりを確かめてください。',
    en: 'There is no server of this name. Check the DNS, or how PUBLIC_URL is written.',
  },
  silent: {
    ja: 'このアドレスにつながりません。リバースプロキシとファイアウォールの設定、証明書を確かめてください。',
    en: 'This address cannot be reached. Check the reverse proxy, the firewall and the certificate.',
  },
} as const satisfies Record<string, Text>;
