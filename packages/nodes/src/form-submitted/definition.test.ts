import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'form-submitted';
const surroundings = { forms: [{ id: 'document-request', title: '資料請求' }] };

it('lets in by the form', () => {
  const { problems, summary, compile } = tryNode({ type, config: { form: 'document-request' }, surroundings });
  expect(problems).toEqual([]);
  expect(summary.ja).toBe('「資料請求」');
  expect(compile().entry?.trigger).toEqual({
    kind: 'event',
    pattern: { kind: 'form', form: 'document-request' },
    times: 1,
  });
});

it('warns of a form that never came, and asks for one where there is none', () => {
  expect(tryNode({ type, config: { form: 'typo' }, surroundings }).problems).toMatchObject([{ severity: 'warning' }]);
  expect(tryNode({ type, config: {}, surroundings }).problems).toMatchObject([{ severity: 'error', path: ['form'] }]);
});
