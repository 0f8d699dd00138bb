import { expect, it } from 'vitest';
import { askSideBySide } from './ask-side-by-side.ts';
import type { PageAnswer } from './create-page-asker.ts';

/** Pages that answer when told to. */
function slowPages() {
  const open: { readonly address: string; readonly answer: (answer: PageAnswer) => void }[] = [];
  const ask = (address: string) => new Promise<PageAnswer>((answer) => open.push({ address, answer }));
  return { ask, open };
}

it('asks for so many pages at once, and for the next as one answers', async () => {
  const { ask, open } = slowPages();
  const asking = askSideBySide({ ask, atOnce: 2 });
  const answers = ['a', 'b', 'c', 'd'].map(asking);
  expect(open.map(({ address }) => address)).toEqual(['a', 'b']);
  open[1]?.answer('gone');
  expect(await answers[1]).toBe('gone');
  await expect.poll(() => open.map(({ address }) => address)).toEqual(['a', 'b', 'c']);
  for (const { answer } of open) answer('there');
  await expect.poll(() => open.length).toBe(4);
  open[3]?.answer('unknown');
  expect(await Promise.all(answers)).toEqual(['there', 'gone', 'there', 'unknown']);
});

it('asks for a page once, whoever asks', async () => {
  const { ask, open } = slowPages();
  const asking = askSideBySide({ ask, atOnce: 2 });
  const answers = [asking('a'), asking('a')];
  open[0]?.answer('there');
  answers.push(asking('a'));
  expect(await Promise.all(answers)).toEqual(['there', 'there', 'there']);
  expect(open).toHaveLength(1);
});
