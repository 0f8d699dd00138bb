import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'send-mail';
const mail = { id: 'm', name: 'お礼', subject: '棚卸が半日で終わった理由', ready: true, kind: 'reply' } as const;
const sender = { postalAddress: '東京都中央区1-2-3' };

it('sends on the mail channel, where a quick try may go inline and an unknown fate is not repeated', () => {
  const { problems, summary, compile } = tryNode({ type, config: { mail: 'm' }, surroundings: { mails: [mail] } });
  expect(problems).toEqual([]);
  expect(summary.ja).toBe('お礼');
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

it('goes by the name of the mail, and by its subject where the node is named as the mail', () => {
  const { contract } = tryNode({ type, config: { mail: 'm' } });
  const called = (title?: string) =>
    contract.summary({
      config: { mail: 'm' },
      surroundings: { ...emptySurroundings, mails: [mail] },
      ...(title === undefined ? {} : { title }),
    }).ja;
  expect([called(), called('最初のお礼'), called('お礼')]).toEqual(['お礼', 'お礼', '棚卸が半日で終わった理由']);
});

it('tells the check of the whole journey which mail is chosen', () => {
  const { contract } = tryNode({ type, config: { mail: 'm' } });
  expect(contract.mailOf?.({ mail: 'm' })).toEqual({ mail: 'm', path: ['mail'] });
  expect(contract.mailOf?.({})).toBeUndefined();
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

it('warns of a mail that nobody has written over since the installation began', () => {
  const { problems } = tryNode({
    type,
    config: { mail: 'm' },
    surroundings: { mails: [{ ...mail, isSample: true }] },
  });
  expect(problems).toMatchObject([
    { severity: 'warning', path: ['mail'], mend: { ja: expect.stringContaining('お礼') } },
  ]);
});

it('warns of a link that leads nowhere, and names the page that was meant', () => {
  const brokenLinks = [{ address: 'https://a.example/pric', fault: 'gone', meant: 'https://a.example/price' } as const];
  const { problems } = tryNode({ type, config: { mail: 'm' }, surroundings: { mails: [{ ...mail, brokenLinks }] } });
  expect(problems).toMatchObject([
    {
      severity: 'warning',
      path: ['mail'],
      message: { ja: '本文のリンク先が見つかりません' },
      mend: {
        ja: 'メール「お礼」の「https://a.example/pric」が開けません。「https://a.example/price」ではありませんか。',
      },
    },
  ]);
});

it('lowers how late it may go to a span, and leaves it out where it may wait for ever', () => {
  const { problems, compile } = tryNode({
    type,
    config: { mail: 'm', lateLimit: { amount: 2, unit: 'days' } },
    surroundings: { mails: [mail] },
  });
  expect(problems).toEqual([]);
  expect(compile().ops[0]).toMatchObject({ config: { mail: 'm', lateLimitMs: 172_800_000 } });
  expect(tryNode({ type, config: { mail: 'm' } }).compile().ops[0]).toMatchObject({ config: { mail: 'm' } });
});

it('refuses a marketing mail while nobody has set the postal address of the sender, and says where', () => {
  const config = { mail: 'm' };
  const mails = [{ ...mail, kind: 'marketing' as const }];
  const problemsWith = (given: object) => tryNode({ type, config, surroundings: { mails, ...given } }).problems;
  expect(problemsWith({ sender: { postalAddress: ' ' } })).toMatchObject([
    { severity: 'error', path: ['mail'], mend: { ja: expect.stringContaining('組織と差出人') } },
  ]);
  expect(problemsWith({ sender })).toEqual([]);
  expect(tryNode({ type, config, surroundings: { mails: [mail] } }).problems).toEqual([]);
});
