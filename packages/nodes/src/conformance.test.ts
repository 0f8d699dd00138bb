import { existsSync } from 'node:fs';
import type { DescribedField } from '@sodate/journey/graph/described-node';
import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import type { Text } from '@sodate/journey/text';
import { describe, expect, it } from 'vitest';
import { builtIn } from './built-in.ts';

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe.each(builtIn.map((definition) => [definition.contract.type, definition] as const))(
  '%s',
  (type, definition) => {
    const { contract, described } = definition;

    it('is named in kebab-case and has a title that fits its card, in both languages', () => {
      expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(described.title.ja).toMatch(japanese);
      expect([...described.title.ja].length).toBeLessThanOrEqual(11);
      expect(described.title.en).not.toMatch(japanese);
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
        expect([...problem.message.ja].length).toBeLessThanOrEqual(20);
        expect(problem.message.en.length).toBeLessThanOrEqual(40);
        expect(described.fields.map(({ key }) => key)).toContain(problem.path?.[0]);
      }
    });

    it('answers for any config a draft may hold', () => {
      for (const config of [{}, { url: 3 }, { duration: null }, { arms: 'x', bands: [null, 1, {}] }]) {
        expect(contract.outcomes(config)).toBeInstanceOf(Array);
        expect(contract.summary({ config, surroundings: emptySurroundings }).ja).toBeTypeOf('string');
        expect(contract.problemsOf({ config, surroundings: emptySurroundings })).toBeInstanceOf(Array);
      }
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

    it('is a trigger exactly where its family is', () => {
      expect(contract.isTrigger).toBe(described.family === 'trigger');
    });

    it('has a README', () => {
      expect(existsSync(`${import.meta.dirname}/${type}/README.md`)).toBe(true);
    });
  },
);

function allFields(fields: readonly DescribedField[]): readonly DescribedField[] {
  return fields.flatMap((field) => [field, ...(field.hint.kind === 'list' ? allFields(field.hint.fields) : [])]);
}

function expectBothLanguages(text: Text): void {
  expect(text.ja).toMatch(japanese);
  expect(text.en).not.toBe('');
  expect(text.en).not.toMatch(japanese);
}
