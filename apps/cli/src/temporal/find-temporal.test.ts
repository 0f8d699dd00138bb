import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cachedTemporal, findTemporal } from './find-temporal.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sodate-find-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function install({ file, server }: { file: string; server: string }): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `#!/bin/sh\necho "temporal version 1.0.0 (Server ${server}, UI 2.0.0)"\n`);
  await chmod(file, 0o755);
  return file;
}

it('prefers the one that is named, then the PATH, then the cache', async () => {
  const env = { XDG_CACHE_HOME: join(home, 'cache'), PATH: join(home, 'bin') };
  expect(await findTemporal(env)).toBeUndefined();

  const cached = await install({ file: cachedTemporal(env), server: '1.31.2' });
  expect(await findTemporal(env)).toBe(cached);
  const onPath = await install({ file: join(home, 'bin', 'temporal'), server: '1.30.0' });
  expect(await findTemporal(env)).toBe(onPath);
  const named = await install({ file: join(home, 'mine'), server: '2.0.0' });
  expect(await findTemporal({ ...env, SODATE_TEMPORAL_CLI: named })).toBe(named);
});

it('passes over one on the PATH that is too old', async () => {
  const env = { XDG_CACHE_HOME: join(home, 'cache'), PATH: join(home, 'bin') };
  await install({ file: join(home, 'bin', 'temporal'), server: '1.24.2' });

  expect(await findTemporal(env)).toBeUndefined();
});

it('refuses a named one that is missing or too old, rather than take another', async () => {
  const env = { XDG_CACHE_HOME: join(home, 'cache'), PATH: '', SODATE_TEMPORAL_CLI: join(home, 'mine') };
  await install({ file: cachedTemporal(env), server: '1.31.2' });
  await expect(findTemporal(env)).rejects.toThrow('SODATE_TEMPORAL_CLI is');

  await install({ file: join(home, 'mine'), server: '1.28.9' });
  await expect(findTemporal(env)).rejects.toThrow('server 1.29 or newer');
});
