import { existsSync } from 'node:fs';
import type { DescribedField } from '@sodate/journey/graph/described-node';
import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import type { JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import config from '../../../sodate.config.ts';
import { builtIn } from './built-in.ts';
import type { NodeDefinition } from './kit/define-node.ts';
import { findSampleFaults } from './kit/find-sample-faults.ts';
import { loadCustomNodes } from './kit/load-custom-nodes.ts';
import { loadNodeTypes } from './kit/load-node-types.ts';
import { wordSampleFault } from './kit/word-sample-fault.ts';

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** With the brackets and full stops, which are as wide. */
const fullWidth = /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]/;

// Types of `sodate.config.ts` keep the same rules; there, also that they can be loaded at all.
const custom = await loadCustomNodes({ config });
const all = [...builtIn, ...custom.definitions];

it('loads every custom node type', () => {
  expect(loadNodeTypes({ custom }).broken).toEqual([]);
});

describe.each(all.map((definition) => [definition.contract.type, definition] as const))('%s', (type, definition) => {
  const { contract, described } = definition;

  it('is named in kebab-case and has a title that fits its card, in both languages', () => {
    expect(type).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expectBothLanguages(described.title);
    expectRoom({ words: described.title, kana: 11, where: 'a card, for a title' });
    if (described.short !== undefined) {
      // It may be a proper name, such as Slack, which Japanese writes in Latin letters too.
      expect(described.short.ja).not.toBe('');
      expect(described.short.en).not.toBe('');
      expect(described.short.en).not.toMatch(japanese);
    }
    const inPalette = described.short ?? described.title;
    const mend = described.short === undefined ? ' (give it a short)' : '';
    expectRoom({ words: inPalette, kana: 5, where: `the palette${mend}` });
    expectBothLanguages(described.description);
  });

  it('words every field in both languages', () => {
    const fields = allFields(described.fields);
    for (const field of fields) {
      expectBothLanguages(field.title);
      if (field.help !== undefined) expectBothLanguages(field.help);
    }
    expect(new Set(described.fields.map(({ key }) => key)).size).toBe(described.fields.length);
  });

  it('has an outline icon', () => {
    expect(described.icon).toMatch(/^[Mm][\d\s.,MmLlHhVvCcSsQqTtAaZz-]+$/);
  });

  it('is plain data for the browser', () => {
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });

  it('words what its initial config lacks, and gives no other problems', () => {
    for (const problem of contract.problemsOf({ config: described.initial, surroundings: emptySurroundings })) {
      expectBothLanguages(problem.message);
      expectBothLanguages(problem.mend);
      expectRoomOnCard({ problem, fields: described.fields });
      expect(
        described.fields.map(({ key }) => key),
        `the path of “${problem.message.en}”`,
      ).toContain(problem.path?.[0]);
    }
  });

  it('answers for any config a draft may hold', () => {
    const keys = [...described.fields.map(({ key }) => key), 'id', 'kind', 'of', 'value'];
    const configs = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(configs, (changed) => {
        const drafted = { ...described.initial, ...asDraft(changed) };
        expect(contract.outcomes(drafted)).toBeInstanceOf(Array);
        expect(contract.namesNodes?.(drafted) ?? []).toBeInstanceOf(Array);
        expect(contract.summary({ config: drafted, surroundings: emptySurroundings }).ja).toBeTypeOf('string');
        expect(contract.problemsOf({ config: drafted, surroundings: emptySurroundings })).toBeInstanceOf(Array);
        expect(contract.guess(drafted)).toBeTypeOf('object');
      }),
      { numRuns: 60 },
    );
  });

  it('labels its outcomes in both languages and guesses all of them', () => {
    const outcomes = contract.outcomes(described.initial);
    // An exit that may stay open is drawn once something is connected to it.
    const drawn = outcomes.filter(({ optional }) => optional !== true);
    for (const { label } of outcomes) {
      expect(label.ja).not.toBe('');
      expect(label.en).not.toBe('');
      const kana = drawn.length > 2 ? 6 : 8;
      expectRoom({ words: label, kana, where: 'an exit on a card' });
    }
    const guess = contract.guess(described.initial);
    expect(Object.keys(guess).every((id) => outcomes.some((outcome) => outcome.id === id))).toBe(true);
    if (outcomes.length > 0) expect(Object.values(guess).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('lowers to effects that are there, by outcomes that it has', () => {
    const faults = findSampleFaults({ definition, effects: new Set(all.filter(isActing).map(typeOf)) });
    const words = (faults ?? []).map(wordSampleFault).map(({ ja, en }) => `${en} ${ja}`);
    expect(words, words.join(' ')).toEqual([]);
  });

  it.runIf(builtIn.some((one) => one === definition))(
    'has a sample config, so that what it lowers to is looked at',
    () => {
      expect(findSampleFaults({ definition, effects: new Set() })).toBeDefined();
    },
  );

  it('is a trigger exactly where its family is', () => {
    expect(contract.isTrigger).toBe(described.family === 'trigger');
  });

  it.runIf(builtIn.some((one) => one === definition))('has a README', () => {
    expect(existsSync(`${import.meta.dirname}/${type}/README.md`)).toBe(true);
  });
});

function isActing({ loadEffect }: NodeDefinition): boolean {
  return loadEffect !== undefined;
}

function typeOf({ contract }: NodeDefinition): string {
  return contract.type;
}

/** In Japanese letters; a Latin one takes half as much. */
function roomFor(text: string): number {
  return [...text].reduce((room, letter) => room + (fullWidth.test(letter) ? 1 : 0.5), 0);
}

function expectRoom({ words, kana, where }: { words: Text; kana: number; where: string }): void {
  for (const text of [words.ja, words.en]) {
    const why = `“${text}” does not fit: there is room for ${kana} Japanese or ${2 * kana} Latin letters in ${where}`;
    expect(roomFor(text), why).toBeLessThanOrEqual(kana);
  }
}

/** Says whose words are too long, and how much shorter a field's title must be where they quote it. */
function expectRoomOnCard({
  problem: { message, path },
  fields,
}: {
  problem: CheckProblem;
  fields: readonly DescribedField[];
}): void {
  const field = fields.find(({ key }) => key === path?.[0]);
  const quoted = field !== undefined && message.ja.includes(field.title.ja);
  const mend = quoted ? `shorten the title of the field “${field.key}”: ` : '';
  const title = ' (a title that it quotes: 8 and 19)';
  const why = (text: string) =>
    `${mend}“${text}” does not fit a card, which has room for 16 Japanese or 32 Latin letters of a problem${quoted ? title : ''}`;
  expect(roomFor(message.ja), why(message.ja)).toBeLessThanOrEqual(16);
  expect(roomFor(message.en), why(message.en)).toBeLessThanOrEqual(16);
}

/** What fast-check calls JSON is plain data, as a draft holds it. */
function asDraft(value: Readonly<Record<string, unknown>>): JsonObject {
  return value as JsonObject;
}

function allFields(fields: readonly DescribedField[]): readonly DescribedField[] {
  return fields.flatMap((field) => [field, ...(field.hint.kind === 'list' ? allFields(field.hint.fields) : [])]);
}

function expectBothLanguages(text: Text): void {
  expect(
    text.ja,
    `the Japanese of “${text.en}” has no kana or kanji: write 「WebhookのURL」, not “Webhook URL”`,
  ).toMatch(japanese);
  expect(text.en).not.toBe('');
  expect(text.en).not.toMatch(japanese);
}
