import { sameText } from '@sodate/journey/text';
import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'form-submitted';
const surroundings = { forms: [{ id: 'document-request', title: sameText('資料請求') }] };

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

it('takes a form of the demo site for one that will come', () => {
  const title = { ja: 'デモサイトのお問い合わせ', en: 'Contact form on the demo site' };
  const forms = [{ id: 'contact', title, onDemoSite: true }];
  const { problems, summary } = tryNode({ type, config: { form: 'contact' }, surroundings: { forms } });
  expect(problems).toEqual([]);
  expect(summary.en).toBe('“Contact form on the demo site”');
});

it('warns of a form that never came, and asks for one where there is none', () => {
  const { problems } = tryNode({ type, config: { form: 'typo' }, surroundings });
  expect(problems).toMatchObject([{ severity: 'warning' }]);
  // A marketer reads it, who knows no attributes of HTML.
  expect(JSON.stringify(problems)).not.toContain('data-');
  expect(tryNode({ type, config: {}, surroundings }).problems).toMatchObject([{ severity: 'error', path: ['form'] }]);
});
