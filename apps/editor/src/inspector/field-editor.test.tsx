import { MantineProvider } from '@mantine/core';
import type { DescribedField } from '@sodate/journey/graph/described-node';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { startLanguage } from '../language/language.ts';
import { queryClient } from '../server/query-client.ts';
import { FieldEditor } from './field-editor.tsx';

beforeAll(() => startLanguage('ja'));

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });

function draw(field: DescribedField): string {
  return renderToStaticMarkup(
    <RouterContextProvider router={router}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider>
          <FieldEditor
            field={field}
            value={undefined}
            config={{}}
            set={() => undefined}
            setBelow={() => undefined}
            disabled={false}
            error={undefined}
            errorBelow={() => undefined}
          />
        </MantineProvider>
      </QueryClientProvider>
    </RouterContextProvider>,
  );
}

const asterisk = /<span[^>]*aria-hidden="true"[^>]*> \*<\/span>/;

function ofKind(hint: DescribedField['hint'], required: boolean): DescribedField {
  return { key: 'own', title: { ja: '項目', en: 'Field' }, hint, required };
}

const hints: readonly DescribedField['hint'][] = [
  { kind: 'text' },
  { kind: 'text', lines: 3 },
  { kind: 'number' },
  { kind: 'select', options: [{ value: 'a', label: { ja: '甲', en: 'A' } }] },
  { kind: 'duration', units: ['days'] },
  { kind: 'clock-time' },
  { kind: 'weekdays' },
  { kind: 'stage' },
  { kind: 'score-category' },
  { kind: 'url-pattern' },
  { kind: 'form' },
  { kind: 'calendar' },
  { kind: 'team' },
  { kind: 'attribute' },
  { kind: 'attribute-value', attribute: ['attribute'] },
  { kind: 'lines', max: 3 },
];

it.each(hints)('marks a field of any type that must be filled in, and no other: $kind', (hint) => {
  expect(draw(ofKind(hint, true))).toMatch(asterisk);
  expect(draw(ofKind(hint, false))).not.toMatch(asterisk);
});

it('tells a screen reader so beside the name, which stays as it is', () => {
  expect(draw(ofKind({ kind: 'text' }, true))).toMatch(/<input[^>]*aria-required="true"/);
  expect(draw(ofKind({ kind: 'duration', units: ['days'] }, true))).toMatch(/<input[^>]*aria-required="true"/);
});
