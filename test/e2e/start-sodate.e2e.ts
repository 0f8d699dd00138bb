import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRunning } from '@sodate/cli/embedded/running-file';
import { isAlive } from '@sodate/cli/process/read-command-line';
import { waitUntil } from '@sodate/cli/process/wait-until';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, endOf, spawnStart, startSodate, type TestSodate } from './start-sodate.ts';

interface Health {
  ok: boolean;
  parts: Record<string, { ok: boolean; why?: string }>;
}

async function readHealth(url: string): Promise<Health | undefined> {
  const answer = await fetch(`${url}/healthz`).catch(() => undefined);
  return answer ? ((await answer.json()) as Health) : undefined;
}

function partsOf(sodate: TestSodate) {
  return readRunning(join(sodate.data, 'running.json'))?.parts ?? [];
}

function pidOf({ sodate, name }: { sodate: TestSodate; name: string }): number {
  const pid = partsOf(sodate).find((part) => part.name === name)?.pid;
  if (pid === undefined) throw new Error(`${name} does not run`);
  return pid;
}

async function runSql<Row extends object>({ url, text }: { url: string; text: string }): Promise<Row[]> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await client.unsafe(text)) as unknown as Row[];
  } finally {
    await client.end();
  }
}

describe('sodate start', () => {
  let sodate: TestSodate;
  beforeAll(async () => {
    // As on a new machine: it makes its databases.
    sodate = await startSodate({ data: await emptyFolder() });
  });
  afterAll(() => sodate.remove());

  it('serves the editor and says that every part is well', async () => {
    const page = await fetch(sodate.url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<div id="root"');
    const health = await waitUntil({
      check: async () => {
        const found = await readHealth(sodate.url);
        return found?.ok ? found : undefined;
      },
      what: 'all parts are well',
      withinMs: 30_000,
    });
    expect(Object.keys(health.parts)).toEqual(expect.arrayContaining(['database', 'temporal', 'worker']));
  });

  it('leads a newcomer to set-up by the link it prints', async () => {
    expect(sodate.output()).toContain(sodate.signInUrl);
    expect(sodate.output()).toContain(`${sodate.url}/mailbox`);

    const answer = await fetch(sodate.signInUrl, { redirect: 'manual' });

    expect(answer.headers.get('location')).toMatch(/^\/set-up\?token=/);
  });

  it('keeps what it tells other programs from other users', () => {
    expect(statSync(join(sodate.data, 'running.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(sodate.data, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('refuses a second start on the same data, naming the first', async () => {
    const { child, output } = await spawnStart({ args: ['--data', sodate.data] });

    expect(await endOf(child)).toBe(1);
    expect(output()).toContain(`already runs on this data folder (process ${sodate.pid})`);
    expect(output()).toContain(sodate.url);
  });

  it.each([
    { name: 'worker', title: 'The worker' },
    { name: 'temporal', title: 'Temporal' },
    { name: 'postgres', title: 'The database' },
  ])('mends a crash of $name, and says so', async ({ name, title }) => {
    const before = pidOf({ sodate, name });
    process.kill(before, 'SIGKILL');

    await waitUntil({
      check: async () => {
        const now = partsOf(sodate).find((part) => part.name === name)?.pid;
        const back = sodate.output().includes(`${title} runs again.`);
        return back && now !== undefined && now !== before && (await readHealth(sodate.url))?.ok === true;
      },
      what: `${name} is back`,
      withinMs: 60_000,
    });

    expect(sodate.output()).toContain(`${title} stopped (SIGKILL); starting it again in 0.5 s`);
  });

  it('resumes on the same data after a kill, ending what the killed run left behind', async () => {
    await runSql({ url: sodate.databaseUrl, text: "insert into secret (name, value) values ('proof', 'kept')" });
    const left = pidOf({ sodate, name: 'postgres' });
    await sodate.kill();
    expect(isAlive(left)).toBe(true);

    sodate = await startSodate({ data: sodate.data });

    expect(isAlive(left)).toBe(false);
    expect(sodate.output()).toContain('The last run was cut short');
    const rows = await runSql({ url: sodate.databaseUrl, text: "select value from secret where name = 'proof'" });
    expect(rows).toEqual([{ value: 'kept' }]);
  });

  it('leaves no process behind on SIGTERM, and no address of a run that is over', async () => {
    const pids = partsOf(sodate).flatMap(({ pid }) => pid ?? []);
    expect(pids.length).toBe(5);

    // Asked twice, as by a second Ctrl-C: it stops what it has started all the same.
    const stopped = sodate.stop();
    await expect.poll(() => sodate.output()).toMatch(/Stopping|停止/);
    process.kill(sodate.pid, 'SIGTERM');
    expect(await stopped).toBe(0);

    expect(pids.filter(isAlive)).toEqual([]);
    expect(readRunning(join(sodate.data, 'running.json'))).toBeUndefined();
    expect(readFileSync(join(sodate.data, 'logs', 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });
});

describe('a start that cannot be', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'sodate-e2e-'));
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  it('says that the port is busy, and names another', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { child, output } = await spawnStart({ args: ['--data', data, '--port', String(port)] });

    expect(await endOf(child)).toBe(1);
    expect(output()).toContain(`Port ${port} is in use by another program`);
    expect(output()).toContain(`npm start -- --port ${port + 1}`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that the database refuses, without its password', async () => {
    const env = { DATABASE_URL: 'postgres://sodate:hunter2@127.0.0.1:1/sodate' };
    const { child, output } = await spawnStart({ args: ['--data', data], env });

    expect(await endOf(child)).toBe(1);
    expect(output()).toContain('The database of DATABASE_URL (127.0.0.1:1/sodate) cannot be used');
    expect(output()).not.toContain('hunter2');
  });

  it('names every wrong variable in the language of the terminal', async () => {
    const env = { DATABASE_URL: 'sqlite://x', SMTP_URL: 'mail.example', SODATE_LANGUAGE: 'ja' };
    const { child, output } = await spawnStart({ args: ['--data', data], env });

    expect(await endOf(child)).toBe(1);
    expect(output()).toContain('環境変数 DATABASE_URL の値が正しくありません');
    expect(output()).toContain('環境変数 SMTP_URL の値が正しくありません');
  });
});
