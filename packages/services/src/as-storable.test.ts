import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asStorable, cutText } from './as-storable.ts';

describe('data from outside', () => {
  it('stays as it is where PostgreSQL can keep it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed: unknown = JSON.parse(
          JSON.stringify(value).replaceAll('\\u0000', '').replaceAll('__proto__', 'p'),
        );
        expect(asStorable(parsed)).toEqual(parsed);
      }),
    );
  });

  it('loses what PostgreSQL cannot keep, in names too', () => {
    const sent: unknown = JSON.parse('{"a\\u0000":["b\\u0000c","x\\ud800"],"__proto__":{"admin":true}}');
    const kept = asStorable(sent);
    expect(kept).toEqual({ a: ['bc', 'x\ufffd'] });
    expect(Object.hasOwn(kept as object, '__proto__')).toBe(false);
  });

  it('is refused where it is nested too deeply, however deep', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(() => asStorable(deep)).toThrow('nested too deeply');
  });
});

it('cuts a text to length, but never a character', () => {
  expect(cutText('a😀b', 2)).toBe('a');
  expect(cutText('a😀b', 3)).toBe('a😀');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, most) => {
      const cut = cutText(text, most);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(text.startsWith(cut)).toBe(true);
      expect(most - cut.length < 2 || cut === text).toBe(true);
    }),
  );
});
