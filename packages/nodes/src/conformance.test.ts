import { existsSync } from 'node:fs';
import type { DescribedField } from '@sodate/journey/graph/described-node';
import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
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

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

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
    expect([...described.title.ja].length, 'a card has room for 11 letters of a Japanese title').toBeLessThanOrEqual(
      11,
    );
    if (described.short !== undefined) {
      expectBothLanguages(described.short);
      expect(roomFor(described.short.ja), 'the palette has room for 5 Japanese letters').toBeLessThanOrEqual(5);
      expect(roomFor(described.short.en), 'the palette has room for 10 English letters').toBeLessThanOrEqual(5);
    }
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
      const room = 'a card has room for 20 Japanese letters of a problem, or 40 English ones';
      expect([...problem.message.ja].length, room).toBeLessThanOrEqual(20);
      expect(problem.message.en.length, room).toBeLessThanOrEqual(40);
      expect(described.fields.map(({ key }) => key)).toContain(problem.path?.[0]);
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
    for (const { label } of outcomes) {
      expect(label.ja).not.toBe('');
      expect(label.en).not.toBe('');
    }
    const guess = contract.guess(described.initial);
    expect(Object.keys(guess).every((id) => outcomes.some((outcome) => outcome.id === id))).toBe(true);
    if (outcomes.length > 0) expect(Object.values(guess).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('lowers to effects that are there, by outcomes that it has', () => {
    const faults = findSampleFaults({ definition, effects: new Set(all.filter(isActing).map(typeOf)) });
    expect(faults ?? [], 'what its lower names, and nobody has').toEqual([]);
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
  return [...text].reduce((room, letter) => room + (japanese.test(letter) ? 1 : 0.5), 0);
}

/** What fast-check calls JSON is plain data, as a draft holds it. */
function asDraft(value: Readonly<Record<string, unknown>>): JsonObject {
  return value as JsonObject;
}

function allFields(fields: readonly DescribedField[]): readonly DescribedField[] {
  return fields.flatMap((field) => [field, ...(field.hint.kind === 'list' ? allFields(field.hint.fields) : [])]);
}

function expectBothLanguages(text: Text): void {
  expect(text.ja).toMatch(japanese);
  expect(text.en).not.toBe('');
  expect(text.en).not.toMatch(japanese);
}
