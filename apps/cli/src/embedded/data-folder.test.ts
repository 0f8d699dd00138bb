import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDataFolder } from './data-folder.ts';

it('is made with all that leads to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sodate-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { mailbox } = openDataFolder(join(folder, 'deep', 'down'));
  expect(statSync(mailbox).isDirectory()).toBe(true);
  expect(openDataFolder(join(folder, 'deep', 'down')).databasePassword).toMatch(/.{20}/);
});

it.each(['/dev/null/x', ...(process.platform === 'linux' ? ['/proc/x'] : [])])(
  'says that it cannot be in %s',
  (path) => {
    expect(() => openDataFolder(path)).toThrow('cannot be written to');
  },
);
