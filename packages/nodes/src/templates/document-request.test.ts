import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import { summariseNodes } from '@sodate/journey/graph/summarise-nodes';
import { languages } from '@sodate/journey/text';
import { validateGraph } from '@sodate/journey/validate/validate-graph';
import { describe, expect, it } from 'vitest';
import { loadNodeTypes } from '../kit/load-node-types.ts';
import { documentRequestGraph } from './document-request.ts';

const { catalog } = loadNodeTypes();
const surroundings = {
  ...emptySurroundings,
  calendars: [{ id: 'office', name: '本社' }],
  forms: [{ id: 'document-request', title: '資料請求' }],
};

describe.each(languages)('the template in %s', (language) => {
  const graph = documentRequestGraph({ language, calendar: 'office' });

  it('lacks only the two mails and the receiver', () => {
    const problems = validateGraph({ graph, catalog, surroundings });
    expect(problems.map(({ node, path }) => [node, path])).toEqual([
      ['n_thanks', ['mail']],
      ['n_sales', ['to']],
      ['n_again', ['mail']],
    ]);
  });

  it('says its settings on the cards', () => {
    const summaries = summariseNodes({ graph, catalog, surroundings });
    expect(summaries).toMatchObject({
      n_pause: { ja: '3日・平日9:00', en: '3 days, weekdays 9:00' },
      n_cases: { ja: '/*cases*・5日まで', en: '/*cases*, up to 5 days' },
      n_request: { ja: '「資料請求」', en: '“資料請求”' },
    });
  });
});
