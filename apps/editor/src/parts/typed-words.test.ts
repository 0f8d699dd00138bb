import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createTypedWords } from './typed-words.ts';

/** A form, and a server that answers when it is told to. */
function fillIn() {
  const client = new QueryClient({ defaultOptions: { mutations: { retry: false } } });
  const answer = Promise.withResolvers<void>();
  const words = createTypedWords(client.getMutationCache());
  const save = new MutationObserver(client, { mutationFn: () => answer.promise });
  const submit = () => {
    words.submitting();
    const done = save.mutate().catch(() => undefined);
    words.submitted();
    return done;
  };
  return { words, submit, answer, client };
}

it('is nothing to lose before anything is typed, nor once it is forgotten', () => {
  const { words } = fillIn();
  expect(words.wouldBeLost()).toBe(false);
  words.note();
  expect(words.wouldBeLost()).toBe(true);
  words.forget();
  expect(words.wouldBeLost()).toBe(false);
});

it('is safe on its way and once the server has taken it', async () => {
  const { words, submit, answer } = fillIn();
  words.note();
  const done = submit();
  expect(words.wouldBeLost()).toBe(false);
  answer.resolve();
  await done;
  expect(words.wouldBeLost()).toBe(false);
});

it('would be lost where the server refuses it, and where the form itself does not send it', async () => {
  const { words, submit, answer } = fillIn();
  words.note();
  words.submitting();
  words.submitted();
  expect(words.wouldBeLost()).toBe(true);
  const done = submit();
  answer.reject(new Error('no such zone'));
  await done;
  expect(words.wouldBeLost()).toBe(true);
});

it('would be lost where it was typed after the rest was sent, and is not saved by what else goes on', async () => {
  const { words, submit, answer, client } = fillIn();
  words.note();
  const done = submit();
  words.note();
  answer.resolve();
  await done;
  await new MutationObserver(client, { mutationFn: async () => {} }).mutate();
  expect(words.wouldBeLost()).toBe(true);
});
