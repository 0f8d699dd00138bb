import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'send-mail';
const mail = { id: 'm', name: 'お礼', subject: '棚卸が半日で終わった理由', ready: true };

it('sends on the mail channel, where a quick try may go inline and an unknown fate is not repeated', () => {
  const { problems, summary, compile } = tryNode({ type, config: { mail: 'm' }, surroundings: { mails: [mail] } });
  expect(problems).toEqual([]);
  expect(summary.ja).toBe('棚卸が半日で終わった理由');
  expect(compile().ops).toMatchObject([
    {
      kind: 'act',
      effect: 'send-mail',
      config: { mail: 'm' },
      next: { done: 'n_done', 'not-sent': 'n_not-sent', failed: 'n_failed' },
      external: { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on' },
    },
  ]);
});

it('leaves failed and not sent to be connected or not', () => {
  const { outcomes, compile } = tryNode({ type, config: { mail: 'm' } });
  expect(outcomes.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(['not-sent', 'failed']);
  expect(compile(['done']).ops[0]?.next).toEqual({ done: 'n_done' });
});

it.each([
  ['is gone', [], 'メールが見つかりません'],
  ['has no subject', [{ ...mail, subject: ' ' }], 'メールに件名がありません'],
  ['has errors', [{ ...mail, ready: false }], 'メールに誤りがあります'],
])('refuses a mail that %s', (...[, mails, message]) => {
  const { problems } = tryNode({ type, config: { mail: 'm' }, surroundings: { mails } });
  expect(problems).toMatchObject([{ severity: 'error', path: ['mail'], message: { ja: message } }]);
});
