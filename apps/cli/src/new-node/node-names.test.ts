import { expect, it } from 'vitest';
import { nodeNames } from './node-names.ts';

it('makes all names from one', () => {
  expect(nodeNames('post-to-chat')).toEqual({
    type: 'post-to-chat',
    variable: 'postToChat',
    title: { ja: 'Chatへ送る', en: 'Post to chat' },
    short: { ja: 'Chatへ', en: 'Chat' },
  });
  expect(nodeNames('sync-crm2')).toMatchObject({ variable: 'syncCrm2', short: { ja: 'Crm2へ', en: 'Crm2' } });
});

it('shortens a word that a Japanese title has no room for', () => {
  expect(nodeNames('send-notification')?.title).toEqual({ ja: 'Notific…へ送る', en: 'Send notification' });
  expect(nodeNames('send-notification')?.short).toEqual({ ja: 'Notific…へ', en: 'Notificat…' });
  expect(nodeNames('post-to-linework')?.title.ja).toBe('Lineworkへ送る');
});

it.each(['PostToChat', 'post_to_chat', 'post to chat', '-post', 'post--chat', '', '投稿'])(
  'does not take %j',
  (name) => {
    expect(nodeNames(name)).toBeUndefined();
  },
);
