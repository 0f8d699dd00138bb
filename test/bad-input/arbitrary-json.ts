import type { Json } from '@sodate/journey/json';
import fc from 'fast-check';

/** Texts that have broken something somewhere: what databases, logs, HTML, headers, paths and templates stumble over. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202etxt.exe',
  '\r\nBcc: all@example.jp',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%00',
  '%',
  '_',
  '\\',
  "'; drop table lead; --",
  '<script>alert(1)</script>',
  '{{ lead.name }}',
  '{% for i in (1..99999999) %}{% endfor %}',
  '-1',
  '1e999',
  'NaN',
  '2026-02-30',
  '+275760-09-13T00:00:00.000Z',
  '00000000-0000-0000-0000-000000000000',
  'a@b.jp, c@d.jp',
  '😀'.repeat(60),
  '日'.repeat(1_000),
  'x'.repeat(10_000),
];

export const hostileNumbers: readonly number[] = [
  0,
  -0,
  -1,
  0.5,
  1e-320,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e21,
  1e308,
  Number.MAX_VALUE,
];

export function arbitraryText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  );
}

export function arbitraryNumber(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.constantFrom(...hostileNumbers),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
}

/** Any JSON that a stranger may send, small but hostile: names of things that every object has are keys too. */
export function arbitraryJson(): fc.Arbitrary<Json> {
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(null, true, false),
      arbitraryNumber(),
      arbitraryText(),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.array(fc.tuple(arbitraryText(), tie('json')), { maxLength: 4 }).map(asParsed),
    ),
  }));
  return json;
}

/** As JSON.parse makes it: "__proto__" is then an own key. */
function asParsed(entries: readonly (readonly [string, Json])[]): Json {
  const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return JSON.parse(`{${members.join(',')}}`);
}
