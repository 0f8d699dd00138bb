import type { NodeNames } from './node-names.ts';

/** The files of a new node type, by name: whole, and passing their own test. */
export function nodeFiles(names: NodeNames): Readonly<Record<string, string>> {
  return {
    'definition.ts': definitionFile(names),
    'effect.ts': effectFile(names),
    'definition.test.ts': testFile(names),
  };
}

function definitionFile({ type, variable, title, short }: NodeNames): string {
  return `import { defineNode } from '@sodate/nodes/kit/define-node';
import { field } from '@sodate/nodes/kit/field';
import { nextOf } from '@sodate/nodes/kit/next-of';
import { z } from 'zod';

/** What the node is: the palette, the card, the inspector's form and the compiled ops come from here. */
export const ${variable} = defineNode({
  type: '${type}',
  family: 'message',
  // To be translated, at most 11 kana: 日本語の呼び名に書き換えます（全角11文字まで）。
  title: { ja: '${title.ja}', en: '${title.en}' },
  // In the palette, where the title is too long for it: a word or two, at most 5 kana (全角5文字) or 10 letters.
  short: { ja: '${short}', en: '${short}' },
  description: { ja: '外のシステムに知らせます。', en: 'Tells another system about the lead.' },
  keywords: ['webhook', '連携'],
  icon: 'M4 5h16v11.500h-8.500L7 20.500v-4H4z',
  config: z.object({
    url: field(z.url({ protocol: /^https?$/ }), {
      title: { ja: '送り先のURL', en: 'URL' },
      help: { ja: '受け取る側のシステムで作れます。', en: 'Made in the settings of the system that receives it.' },
      hint: { kind: 'text', maxLength: 500 },
    }),
    text: field(z.string().trim().min(1).max(1_000), {
      title: { ja: '文面', en: 'Text' },
      hint: { kind: 'text', lines: 3, maxLength: 1_000 },
    }),
  }),
  initial: {},
  outcomes: [
    { kind: 'fixed', id: 'done', label: { ja: '次へ', en: 'Next' } },
    {
      kind: 'fixed',
      id: 'failed',
      label: { ja: '失敗', en: 'Failed' },
      optional: true,
      // What becomes of a lead where nothing is connected.
      unconnected: {
        ja: 'つながなければ、ここで止まります。「止まっているリード」で「やり直す」か「飛ばす」を選べます。',
        en: 'Left open: they stop here, and you can choose “Try again” or “Skip” in the list of stuck leads.',
      },
    },
  ],
  summary: ({ config }) => ({ ja: config.text, en: config.text }),
  lower: ({ config, lowering }) => ({
    ops: [
      {
        kind: 'act',
        id: lowering.op(),
        effect: '${type}',
        config: { ...config },
        next: nextOf({ lowering, outcomes: ['done', 'failed'] }),
        external: {
          channel: 'external',
          limitMs: 3_000,
          // So often at most, with longer and longer pauses, some ten minutes in all: a try that surely failed and may be
          // made again. After the last the lead leaves by "failed".
          attempts: 8,
          // A try of which nobody knows (it timed out, or the effect threw) is made again, too: say false where the
          // receiver would do it twice. After the last, or at once with false, it is listed in "Sends to check", and
          // the lead goes on by "done"; with 'hold' it stands still until a person has said what happened.
          repeatable: true,
          onAmbiguous: 'go-on',
        },
      },
    ],
  }),
  // How often each comes, for trying a journey without sending.
  guess: () => ({ done: 0.99, failed: 0.01 }),
  effect: () => import('./effect.ts').then((module) => module.${variable}Effect),
});
`;
}

function effectFile({ variable }: NodeNames): string {
  return `import type { Effect } from '@sodate/nodes/kit/effect';
import { z } from 'zod';

const lowered = z.object({ url: z.string(), text: z.string() });

/**
 * What the node does: loaded only where journeys run. What is thrown here may have been done before: it counts as
 * unclear, not as failed. Where it surely was not done, return { kind: 'surely-not', error: 'why', again: false }.
 */
export const ${variable}Effect: Effect = {
  kind: 'external',
  send({ config, lead, leadUrl, http }) {
    const { url, text } = lowered.parse(config);
    return http.post({ url, body: { text, lead: { name: lead.name, score: lead.score, url: leadUrl } } });
  },
};
`;
}

function testFile({ type, variable }: NodeNames): string {
  return `import { asId } from '@sodate/journey/id';
import type { SendResult } from '@sodate/nodes/kit/effect';
import { tryNode } from '@sodate/nodes/kit/try-node';
import { expect, it } from 'vitest';
import { ${variable} } from './definition.ts';
import { ${variable}Effect } from './effect.ts';

const type = '${type}';
const definitions = [${variable}];
const config = { url: 'https://hooks.example/a', text: 'Hello' };
const leadUrl = 'https://sodate.example/leads/1';

it('compiles to one act, which leads on whatever comes of it', () => {
  const { problems, summary, compile } = tryNode({ type, config, definitions });
  expect(problems).toEqual([]);
  expect(summary.en).toBe('Hello');
  expect(compile().ops).toMatchObject([{ kind: 'act', config, next: { done: 'n_done', failed: 'n_failed' } }]);
});

it('asks for an address and a text', () => {
  const { problems } = tryNode({ type, config: {}, definitions });
  expect(problems.map(({ path }) => path?.[0])).toEqual(['url', 'text']);
});

/** Sends for one lead, with this as what became of the post. */
async function send(result: SendResult) {
  const posted: unknown[] = [];
  const post = async (request: unknown) => {
    posted.push(request);
    return result;
  };
  if (${variable}Effect.kind !== 'external') throw new Error('the effect is inline');
  const lead = { id: asId<'lead'>('1'), name: 'Ada', email: null, company: null, score: 60 };
  const at = { enrollment: asId<'enrollment'>('1'), node: asId<'node'>('n_1'), key: 'enrollment/1/n_1/1' };
  const told = await ${variable}Effect.send({ config, lead, leadUrl, http: { post }, ...at });
  return { told, posted };
}

it('sends the text with the lead, and tells that it arrived', async () => {
  const { told, posted } = await send({ kind: 'sent', receipt: '200' });
  expect(told).toEqual({ kind: 'sent', receipt: '200' });
  expect(posted).toEqual([
    { url: config.url, body: { text: 'Hello', lead: { name: 'Ada', score: 60, url: leadUrl } } },
  ]);
});

it('tells of an answer of 500 that it surely did not arrive, and is to be tried again', async () => {
  // What http.post makes of such an answer; afterMs comes of a retry-after of 30 seconds.
  const refused: SendResult = {
    kind: 'surely-not',
    error: 'the receiver answered 500: busy',
    again: true,
    afterMs: 30_000,
  };
  const { told, posted } = await send(refused);
  expect(told).toEqual(refused);
  expect(posted).toHaveLength(1);
});
`;
}
