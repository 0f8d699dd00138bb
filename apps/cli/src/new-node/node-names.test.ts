import { expect, it } from 'vitest';
import { nodeNames } from './node-names.ts';

it('makes all names from one', () => {
  expect(nodeNames('post-to-chat')).toEqual({
    type: 'post-to-chat',
    variable: 'postToChat',
    title: { ja: 'Chatノード', en: 'Post to chat' },
    short: { ja: '新Chat', en: 'Chat' },
  });
  expect(nodeNames('sync-crm2')).toMatchObject({ variable: 'syncCrm2', short: { ja: '新Crm2', en: 'Crm2' } });
});

it('shortens a word that a Japanese title has no room for', () => {
  expect(nodeNames('send-notification')?.title).toEqual({ ja: 'Notific…ノード', en: 'Send notification' });
  expect(nodeNames('send-notification')?.short).toEqual({ ja: '新Notific…', en: 'Notificat…' });
  expect(nodeNames('post-to-linework')?.title.ja).toBe('Lineworkノード');
});

it.each(['PostToChat', 'post_to_chat', 'post to chat', '-post', 'post--chat', '', '投稿'])(
  'does not take %j',
  (name) => {
    expect(nodeNames(name)).toBeUndefined();
  },
);
