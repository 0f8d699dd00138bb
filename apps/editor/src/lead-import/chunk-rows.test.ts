import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkRows } from './chunk-rows.ts';

it('keeps every row once and in order, and no request too large', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(sizes, (lengths) => {
      const rows = lengths.map((length, index) => ({ number: index, cells: ['x'.repeat(length)] }));
      const chunks = chunkRows(rows);
      expect(chunks.flat()).toEqual(rows);
      for (const chunk of chunks) {
        expect(chunk.length).toBeGreaterThan(0);
        if (chunk.length > 1) expect(JSON.stringify(chunk).length).toBeLessThan(300_000);
      }
    }),
  );
  expect(
    chunkRows(Array.from({ length: 1_200 }, (_, number) => ({ number, cells: ['a'] }))).map((one) => one.length),
  ).toEqual([500, 500, 200]);
});
