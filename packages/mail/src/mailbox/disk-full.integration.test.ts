import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createMailTransport } from '../transport/create-mail-transport.ts';

const program = new URL('./main.ts', import.meta.url).pathname;

/** The mailbox in a process that may write no more than some kilobytes to a file: to it, the disk is full. */
async function startCramped(folder: string): Promise<string> {
  const command = `ulimit -f 64; exec "${process.execPath}" "${program}" 0 "${folder}"`;
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [said] = await once(child.stdout, 'data');
  return `smtp://127.0.0.1:${/\d+/.exec(String(said))?.[0]}`;
}

it('asks the sender to try again while the disk is full, and keeps no half of the mail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sodate-mailbox-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const transport = createMailTransport({ url: await startCramped(folder) });
  onTestFinished(() => transport.close());
  const send = (html: string) =>
    transport.send({
      message: {
        messageId: '<disk@sodate.local>',
        from: { name: '', address: 'hello@aoba.example' },
        to: { name: '', address: 'sakai@hoshikawa.example' },
        subject: '資料',
        html,
        text: '',
        headers: {},
      },
      limitMs: 5_000,
    });
  expect(await send('x '.repeat(500_000))).toMatchObject({
    kind: 'surely-not',
    again: true,
    error: expect.stringContaining('452'),
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await send('x')).toMatchObject({ kind: 'sent' });
  expect(await readdir(folder)).toHaveLength(1);
});
