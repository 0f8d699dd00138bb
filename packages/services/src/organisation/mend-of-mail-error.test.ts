import { expect, it } from 'vitest';
import { mendOfMailError } from './mend-of-mail-error.ts';

it.each([
  ['getaddrinfo ENOTFOUND smtp.exmaple.com', 'name is not known'],
  ['connect ECONNREFUSED 127.0.0.1:2525', 'cannot be reached'],
  ['self-signed certificate', 'Encryption'],
  ['Invalid login: 535 5.7.8 Authentication failed', 'password is wrong'],
  ['Mail command failed: 550 5.7.1 Sender not allowed', 'was refused'],
  ["Can't send mail - all recipients were rejected: 451 try later", 'right now'],
  ['the limit of this try has passed', 'does not answer'],
  ['something else', 'what the mail server answered'],
])('of "%s" says what to do', (error, words) => {
  expect(mendOfMailError(error).en).toContain(words);
});
