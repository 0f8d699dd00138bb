import type { Text } from '@sodate/journey/text';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { startLanguage } from '../language/language.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { LeftOutTypes } from './left-out-types.tsx';

beforeAll(() => startLanguage('ja'));
beforeEach(() => queryClient.clear());

function draw(broken?: readonly { name: string; errors: Text[] }[]): string {
  if (broken !== undefined) {
    queryClient.setQueryData(trpc.nodeTypes.list.queryKey(), { described: [], broken: [...broken] });
  }
  return renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <LeftOutTypes />
    </QueryClientProvider>,
  );
}

it('names each type that was left out, and what is wrong with it', () => {
  const drawn = draw([
    {
      name: 'my-nodes/post-to-chat/definition.ts',
      errors: [
        { ja: 'icon がありません。', en: 'it has no icon' },
        { ja: 'description が両方の言語で書かれていません。', en: 'its description is not said' },
      ],
    },
    {
      name: 'my-nodes/call-crm/definition.ts',
      errors: [{ ja: 'title が両方の言語で書かれていません。', en: 'its title is not said' }],
    },
  ]);
  expect(drawn).toContain('サーバーの起動時に外された自作ノード');
  expect(drawn.match(/<li>/g)).toHaveLength(2);
  expect(drawn).toContain(
    '<code>my-nodes/post-to-chat/definition.ts</code><p>icon がありません。</p><p>description が',
  );
});

it('says where a line is missing, when no type was left out', () => {
  expect(draw([])).toContain('sodate.config.ts に、この種類のノードを読み込む行がありません。');
});

it('is silent until the server has told', () => {
  expect(draw()).toBe('');
});
