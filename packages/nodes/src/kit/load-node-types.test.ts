import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { end } from '../end/definition.ts';
import { type CustomNodes, noCustomNodes } from './custom-nodes.ts';
import { defineNode, type NodeDefinition } from './define-node.ts';
import type { Effect } from './effect.ts';
import { describeFields, field } from './field.ts';
import { loadCustomNodes } from './load-custom-nodes.ts';
import { configPath, loadInstalledNodeTypes } from './load-installed-node-types.ts';
import { loadNodeTypes } from './load-node-types.ts';
import { loadNodeTypesWithEffects } from './load-node-types-with-effects.ts';
import { nextOf } from './next-of.ts';

/** Why a type was left out: said in both languages. */
function saying(english: string) {
  return { ja: expect.stringMatching(/\S/), en: expect.stringContaining(english) };
}

function custom({ type, effect }: { type: string; effect?: () => Promise<Effect> }): NodeDefinition {
  return defineNode({
    type,
    family: 'message',
    title: { ja: 'チャットに送る', en: 'Post to chat' },
    description: { ja: 'チャットに送ります。', en: 'Posts to a chat.' },
    icon: 'M4 5h16v11H4z',
    config: z.object({}),
    initial: {},
    outcomes: [],
    summary: () => ({ ja: 'チャット', en: 'Chat' }),
    lower: ({ lowering }) => ({ ops: [{ kind: 'end', id: lowering.op(), next: {} }] }),
    ...(effect === undefined ? {} : { effect }),
  });
}

const of = (...definitions: NodeDefinition[]): CustomNodes => ({ ...noCustomNodes, definitions });

describe('the node types installed', () => {
  it('describes all of them for the browser, the built-in ones first', () => {
    const { described, catalog } = loadNodeTypes({ custom: of(custom({ type: 'post-to-chat' })) });
    expect(described.map(({ type }) => type)).toEqual([...catalog.keys()]);
    expect(described.at(-1)).toMatchObject({ type: 'post-to-chat', custom: true });
    expect(described.at(0)).toMatchObject({ type: 'form-submitted', custom: false });
  });

  it('keeps the built-in type where a custom one takes its name', () => {
    const { catalog, broken } = loadNodeTypes({ custom: of(custom({ type: 'end' })) });
    expect(catalog.get('end')).toBe(end.contract);
    expect(broken).toEqual([{ name: 'end', errors: [saying('exists already')] }]);
  });

  it('gives every node type that acts its effect', async () => {
    const { effects, catalog } = await loadNodeTypesWithEffects();
    const target = () => asId<'op'>('n_x');
    const lowering = {
      node: asId<'node'>('n_a'),
      title: end.contract.title,
      target,
      op: target,
      condition: () => asId<'condition'>('c'),
    };
    const configs: Readonly<Record<string, object>> = {
      'send-mail': { mail: 'm' },
      'hand-off': {
        to: { kind: 'user', user: 'u' },
        followUp: 'x',
        questions: [],
        sla: { amount: 1, unit: 'business-hours' },
        calendar: 'c',
      },
      'set-attribute': { attribute: { of: 'lead', name: 'title' }, value: 'x' },
      'add-score': { points: 1, note: 'x' },
      'change-stage': { stage: 'mql' },
    };
    for (const [type, config] of Object.entries(configs)) {
      const { ops } = catalog.get(type)?.lower({ config: { ...config }, lowering }) ?? { ops: [] };
      const act = ops.find((op) => op.kind === 'act');
      expect(effects.has(act?.effect ?? type), type).toBe(true);
    }
    expect([...effects.keys()].sort()).toEqual(Object.keys(configs).sort());
  });

  it.each([
    [{ family: 'mesage' }, 'its family "mesage" is none of'],
    [{ title: { ja: 'チャット' } }, 'its title is not said in both languages'],
    [
      { outcomes: [{ kind: 'fixed', id: 'done', label: { ja: '次へ', en: '' } }] },
      'its outcomes.done.label is not said',
    ],
    [{ fields: [{ key: 'url', title: { ja: 'URL' }, hint: { kind: 'text' } }] }, 'its fields.url.title is not said'],
    [
      { fields: [{ key: 'ink', title: { ja: '色', en: 'Ink' }, hint: { kind: 'colour' }, required: false }] },
      'the hint of its field "ink" is of kind "colour", which is none of text, number',
    ],
    [{ type: 'Post To Chat' }, 'no name in small letters'],
  ])('leaves out a type that the editor could not draw: %j', (slip, why) => {
    const whole = custom({ type: 'post-to-chat' });
    // As a file without types, or one whose types nobody checked, would give it.
    const described = { ...whole.described, ...slip } as typeof whole.described;
    const { catalog, broken } = loadNodeTypes({ custom: of({ ...whole, described }) });
    expect(broken).toEqual([{ name: 'post-to-chat', errors: [saying(why)] }]);
    expect(catalog.has('post-to-chat')).toBe(false);
    expect(catalog.has('wait')).toBe(true);
  });

  it('tells of everything that is wrong with a type at once', async () => {
    const whole = custom({ type: 'end', effect: () => Promise.reject(new Error('no such file')) });
    const slips = { family: 'mesage', icon: undefined, title: { ja: 'チャット' }, description: {} };
    const outcomes = [{ kind: 'fixed', id: 'done', label: { ja: '次へ', en: '' }, unconnected: {} }];
    const described = { ...whole.described, ...slips, outcomes } as unknown as typeof whole.described;
    const { broken, catalog } = await loadNodeTypesWithEffects({ custom: of({ ...whole, described }) });
    const whys = [
      'exists already',
      'family "mesage"',
      'no icon',
      'its title is',
      'its description is',
      'outcomes.done.label',
      'outcomes.done.unconnected',
      'no such file',
    ];
    expect(broken).toEqual([{ name: 'end', errors: whys.map(saying) }]);
    expect(catalog.get('end')).toBe(end.contract);
  });

  it('names every setting that says nothing of its field', () => {
    const title = { ja: '相手', en: 'Whom' };
    const list = { kind: 'list', newItem: {}, addLabel: { ja: '加える', en: 'Add' } } as const;
    const config = z.object({
      url: z.string(),
      lines: field(z.array(z.object({ ink: z.string() })), { title, hint: list }),
      one: field(z.string(), { title, hint: list }),
    });
    expect(() => describeFields(config)).toThrow(/"url" has no field.*"ink" has no field.*"one" needs a schema/);
  });

  it('lists an effect that its module does not export', async () => {
    const nothing = custom({ type: 'post-to-chat', effect: async () => undefined as unknown as Effect });
    const { effects, broken } = await loadNodeTypesWithEffects({ custom: of(nothing) });
    expect(broken).toEqual([{ name: 'post-to-chat', errors: [saying('exports no such effect')] }]);
    expect(effects.has('post-to-chat')).toBe(false);
  });

  it('lists an effect that cannot be loaded, and loads the others', async () => {
    const failing = custom({ type: 'post-to-chat', effect: () => Promise.reject(new Error('no such file')) });
    const { effects, broken } = await loadNodeTypesWithEffects({ custom: of(failing) });
    expect(broken).toEqual([{ name: 'post-to-chat', errors: [saying('no such file')] }]);
    expect(effects.has('send-mail')).toBe(true);
  });

  it('leaves out a type whose lower names an effect that nobody has, though its settings are still to be filled in', async () => {
    const slip = defineNode({
      type: 'team-chat',
      family: 'message',
      title: { ja: 'チャットに送る', en: 'Post to chat' },
      description: { ja: 'チャットに送ります。', en: 'Posts to a chat.' },
      icon: 'M4 5h16v11H4z',
      config: z.object({
        url: field(z.url({ protocol: /^https?$/ }), { title: { ja: 'URL', en: 'URL' }, hint: { kind: 'text' } }),
      }),
      initial: {},
      outcomes: [{ kind: 'fixed', id: 'done', label: { ja: '次へ', en: 'Next' } }],
      summary: ({ config }) => ({ ja: config.url, en: config.url }),
      lower: ({ config, lowering }) => ({
        ops: [
          {
            kind: 'act',
            id: lowering.op(),
            effect: 'team-chatt',
            config,
            next: nextOf({ lowering, outcomes: ['done'] }),
          },
        ],
      }),
      effect: async () => ({ kind: 'inline', changes: () => [] }),
    });
    const { catalog, broken } = await loadNodeTypesWithEffects({ custom: of(slip) });
    expect(broken).toEqual([{ name: 'team-chat', errors: [saying('“team-chatt”')] }]);
    expect(catalog.has('team-chat')).toBe(false);
  });

  it('leaves out a type that could not act, so that nobody draws or publishes it', async () => {
    const failing = custom({ type: 'post-to-chat', effect: () => Promise.reject(new Error('no such file')) });
    const { catalog, described } = await loadNodeTypesWithEffects({ custom: of(failing) });
    expect(catalog.has('post-to-chat')).toBe(false);
    expect(described.map(({ type }) => type)).toEqual([...catalog.keys()]);
  });
});

describe('the list of custom node types', () => {
  it('takes definitions and modules that export them', async () => {
    const nodes = [custom({ type: 'one' }), async () => ({ two: custom({ type: 'two' }), other: 5 })];
    const { definitions, broken } = await loadCustomNodes({ config: { nodes } });
    expect(definitions.map(({ contract }) => contract.type)).toEqual(['one', 'two']);
    expect(broken).toEqual([]);
  });

  it('names the file that a line imports', async () => {
    // As Node gives it; the test runner writes imports anew.
    const entry = Object.assign(async () => ({}), { toString: () => "() => import('./my-nodes/chat/definition.ts')" });
    const { broken } = await loadCustomNodes({ config: { nodes: [entry] } });
    expect(broken.map(({ name }) => name)).toEqual(['nodes[0], ./my-nodes/chat/definition.ts']);
  });

  it('leaves out what is broken, and says why', async () => {
    const nodes = [5, async () => ({}), async () => Promise.reject(new Error('boom')), custom({ type: 'fine' })];
    const { definitions, broken } = await loadCustomNodes({ config: { nodes } });
    expect(definitions).toHaveLength(1);
    expect(broken).toEqual([
      { name: 'nodes[0]', errors: [saying('defineNode')] },
      { name: 'nodes[1]', errors: [saying('exports nothing')] },
      { name: 'nodes[2]', errors: [sameText('boom')] },
    ]);
  });

  it.each([
    [undefined, 'no default export'],
    [{}, 'no list'],
    [{ nodes: [], colour: 1 }, 'unknown settings (colour)'],
  ])('refuses the config %j', async (config, why) => {
    await expect(loadCustomNodes({ config })).rejects.toThrow(why);
  });
});

describe('the config file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sodate-config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the one at the root', async () => {
    expect((await loadInstalledNodeTypes({ path: configPath })).broken).toEqual([]);
  });

  it('may be missing', async () => {
    expect((await loadInstalledNodeTypes({ path: join(folder, 'none.ts') })).catalog.size).toBeGreaterThan(10);
  });

  it('is named where it is wrong', async () => {
    const path = join(folder, 'sodate.config.mjs');
    await writeFile(path, 'export default { nodes: 5 };');
    await expect(loadInstalledNodeTypes({ path })).rejects.toThrow(`${path}: the config's "nodes" is no list`);
  });

  it('names the file and line of a slip of syntax, and a comma too many', async () => {
    const path = join(folder, 'sodate.config.mjs');
    await writeFile(join(folder, 'slip.ts'), 'export const one = 1;\nexport const two = = 2;\n');
    await writeFile(path, 'export default { nodes: [, () => import("./slip.ts")] };');
    const { broken } = await loadInstalledNodeTypes({ path });
    expect(broken).toEqual([
      { name: 'nodes[0]', errors: [saying('neither made with defineNode')] },
      { name: expect.stringMatching(/^nodes.1./), errors: [saying('slip.ts:2')] },
    ]);
  });

  it('takes node types from files of its own', async () => {
    const path = join(folder, 'sodate.config.mjs');
    await writeFile(join(folder, 'broken.mjs'), '\nthrow new Error("half written");');
    await writeFile(path, 'export default { nodes: [() => import("./broken.mjs")] };');
    const { broken, catalog } = await loadInstalledNodeTypes({ path });
    expect(broken).toEqual([
      { name: expect.stringMatching(/^nodes.0./), errors: [sameText(`${join(folder, 'broken.mjs')}:2: half written`)] },
    ]);
    expect(catalog.has('wait')).toBe(true);
  });

  it('names the place of a type that is left out for what it says of itself', async () => {
    const nodes = [custom({ type: 'fine' }), async () => ({ one: custom({ type: 'wait' }) })];
    const { broken } = loadNodeTypes({ custom: await loadCustomNodes({ config: { nodes } }) });
    expect(broken).toEqual([{ name: 'nodes[1]', errors: [saying('"wait" exists already')] }]);
  });
});
