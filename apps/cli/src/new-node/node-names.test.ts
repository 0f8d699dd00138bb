import { expect, it } from 'vitest';
import { nodeNames } from './node-names.ts';

it('makes all names from one', () => {
  expect(nodeNames('post-to-chat')).toEqual({
    type: 'post-to-chat',
    variable: 'postToChat',
    title: { ja: 'Post to chat（仮）', en: 'Post to chat' },
    short: 'Chat',
  });
  expect(nodeNames('sync-crm2')).toMatchObject({ variable: 'syncCrm2', short: 'Crm2' });
});

it('shortens what the palette, or a Japanese title, has no room for', () => {
  expect(nodeNames('send-notification')).toMatchObject({
    title: { ja: 'Send notificati…（仮）', en: 'Send notification' },
    short: 'Notificat…',
  });
  expect(nodeNames('post-to-linework')).toMatchObject({ title: { ja: 'Post to linework（仮）' }, short: 'Linework' });
});

it.each(['PostToChat', 'post_to_chat', 'post to chat', '-post', 'post--chat', '', '投稿'])(
  'does not take %j',
  (name) => {
    expect(nodeNames(name)).toBeUndefined();
  },
);
