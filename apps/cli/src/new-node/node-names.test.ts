import { expect, it } from 'vitest';
import { nodeNames } from './node-names.ts';

it('makes all names from one', () => {
  expect(nodeNames('post-to-chat')).toEqual({
    type: 'post-to-chat',
    variable: 'postToChat',
    title: 'Post to chat',
    short: 'Chat',
  });
  expect(nodeNames('sync-crm2')).toMatchObject({ variable: 'syncCrm2', short: 'Crm2' });
});

it.each(['PostToChat', 'post_to_chat', 'post to chat', '-post', 'post--chat', '', '投稿'])(
  'does not take %j',
  (name) => {
    expect(nodeNames(name)).toBeUndefined();
  },
);
