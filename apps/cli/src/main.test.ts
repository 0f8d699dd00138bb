import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

async function refusalOf({ args, language }: { args: readonly string[]; language: string }): Promise<unknown> {
  const env = { ...process.env, SODATE_LANGUAGE: language };
  return await promisify(execFile)(process.execPath, [main, ...args], { env }).catch((error: unknown) => error);
}

it('refuses an option that belongs to another command, and names its own', async () => {
  const [seed, api] = await Promise.all([
    refusalOf({ args: ['seed', '--port', '4'], language: 'ja' }),
    refusalOf({ args: ['api', '--port', '4'], language: 'en' }),
  ]);
  expect(seed).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^seed では --port を使えません。使えるのは --leads --data --remove です。\n/),
  });
  expect(api).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^api does not take --port. It takes no options.\n/),
  });
});
