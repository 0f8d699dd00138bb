import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

type Api = Awaited<ReturnType<typeof signInByApi>>;

const main = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));

let folder: string;
let sodate: TestSodate;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-backup-'));
  sodate = await startSodate();
});

afterAll(async () => {
  await sodate?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...inherited, SODATE_LANGUAGE: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode ?? -1, said: stdout + stderr };
}

async function namesOf(api: Api): Promise<readonly string[]> {
  const { rows } = await api.leads.list.query({ sort: 'created' });
  return rows.map(({ name }) => name).toSorted();
}

describe('sodate backup and restore', () => {
  const add = (api: Api, name: string) => api.leads.create.mutate({ fields: { name } });

  it('copies a running installation, and brings it back as it was, with sends on hold', async () => {
    const api = await signInByApi({ sodate, language: 'en' });
    await add(api, 'Before');
    const backup = join(folder, 'first');
    const made = await run('backup', '--data', sodate.data, '--to', backup);
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain(`The backup is complete`);
    await add(api, 'After');

    const running = await run('restore', backup, '--data', sodate.data, '--force');
    expect(running).toMatchObject({ code: 1 });
    expect(running.said).toContain('already runs on this data folder');

    await sodate.stop();
    const unforced = await run('restore', backup, '--data', sodate.data);
    expect(unforced).toMatchObject({ code: 1 });
    expect(unforced.said).toContain('Add --force to replace it');
    const restored = await run('restore', backup, '--data', sodate.data, '--force');
    expect(restored.said).toContain('sending is on hold');
    expect(restored).toMatchObject({ code: 0 });
    expect(existsSync(/now in (\S+)\. Remove/.exec(restored.said)?.[1] ?? '')).toBe(true);

    sodate = await startSodate({ data: sodate.data });
    const again = await signInByApi({ sodate });
    expect(await namesOf(again)).toEqual(['Before']);
    expect((await again.home.needs.query()).barredAt).not.toBeNull();
    await add(again, 'Later');
    expect(await namesOf(again)).toEqual(['Before', 'Later']);
    const release = await run('release-sends', '--data', sodate.data);
    expect(release.said).toContain('Sending goes on.');
    expect((await again.home.needs.query()).barredAt).toBeNull();

    const hold = await run('hold-sends', '--data', sodate.data);
    expect(hold.said).toContain('Sending is on hold, until');
    expect((await again.operations.read.query()).mark.barredWhy).toBe('by-hand');
    expect((await run('hold-sends', '--data', sodate.data)).said).toContain('Sending is on hold already.');
    await run('release-sends', '--data', sodate.data);
  });

  it('copies a stopped installation too, for another folder', async () => {
    await sodate.stop();
    const backup = join(folder, 'second');
    expect(await run('backup', '--data', sodate.data, '--to', backup)).toMatchObject({ code: 0 });
    const data = join(folder, 'moved');
    expect(await run('restore', backup, '--data', data)).toMatchObject({ code: 0 });
    await sodate.remove();
    sodate = await startSodate({ data });
    expect(await namesOf(await signInByApi({ sodate }))).toEqual(['Before', 'Later']);
  });

  it.each([
    [['restore'], 'Name the folder of the backup'],
    [['restore', '/nowhere'], 'is not a backup of Sodate'],
    [['backup', '--data', '/tmp/sodate-nowhere'], 'There is nothing in /tmp/sodate-nowhere'],
  ])('says what to do about %j', async (args, words) => {
    const { code, said } = await run(...args);
    expect(said).toContain(words);
    expect(code).toBe(1);
  });
});
