import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { CommandError } from '../terminal/command-error.ts';
import { checkDatabase } from './check-database.ts';

async function refusalOf(url: URL): Promise<CommandError> {
  const refused = await checkDatabase({ url: url.href }).catch((error: unknown) => error);
  if (refused instanceof CommandError) return refused;
  throw new Error(`no refusal in words but ${refused}`);
}

/** The tests' own server, with one part of its address changed. */
function serverWith(change: (url: URL) => void): URL {
  const url = new URL(inject('databaseUrl'));
  change(url);
  return url;
}

describe('a database that cannot be used', () => {
  it.for([
    {
      what: 'nobody answers',
      url: () => serverWith((url) => (url.port = '9')),
      en: 'see that it runs, and that the address is right',
      ja: '動いているか、アドレスが正しいか',
    },
    {
      what: 'the database is not there',
      url: () => serverWith((url) => (url.pathname = '/nowhere')),
      en: 'make one with "createdb"',
      ja: '「createdb」で作ってください',
    },
    {
      what: 'the password is wrong',
      url: () => serverWith((url) => (url.password = 'guessed')),
      en: 'the user or the password is wrong',
      ja: 'パスワードが違います',
    },
  ])('is refused with the reason and the remedy: $what', async ({ url, en, ja }) => {
    const { text } = await refusalOf(url());
    expect(text.en).toContain(en);
    expect(text.ja).toContain(ja);
  });

  it('is named in the refusal, but never its password', async () => {
    const { text } = await refusalOf(serverWith((url) => (url.password = 'guessed')));
    expect(text.en).toContain(new URL(inject('databaseUrl')).host);
    expect(text.en + text.ja).not.toContain('guessed');
  });
});

it('takes a database that answers', async () => {
  await expect(checkDatabase({ url: inject('databaseUrl') })).resolves.toBeUndefined();
});

describe('the commands', () => {
  const main = new URL('../main.ts', import.meta.url).pathname;
  const away = {
    DATABASE_URL: 'postgres://sodate:hidden@127.0.0.1:9/sodate',
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
  };

  it.for(['api', 'worker', 'migrate'])('end with the words alone, and no stack: %s', async (command) => {
    const run = promisify(execFile)(process.execPath, [main, command], {
      env: { ...process.env, ...away, SODATE_LANGUAGE: 'en' },
    });
    const ended = await run.catch((error: unknown) => error);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^The database of DATABASE_URL [^\n]+\n$/) });
    expect(ended).not.toMatchObject({ stderr: expect.stringContaining('hidden') });
  });
});
