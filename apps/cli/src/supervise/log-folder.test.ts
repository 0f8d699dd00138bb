import { closeSync, mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLogFolder } from './log-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sodate-logs-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write({ logs, text }: { logs: ReturnType<typeof openLogFolder>; text: string }): void {
  const descriptor = logs.open('api');
  writeSync(descriptor, text);
  closeSync(descriptor);
}

it('tells what this run wrote, not what an earlier one left', () => {
  write({ logs: openLogFolder(folder), text: 'fault of yesterday\n' });
  const logs = openLogFolder(folder);
  write({ logs, text: '' });
  expect(logs.tail('api')).toBe('');
  write({ logs, text: 'fault of today\n' });
  expect(logs.tail('api')).toBe('fault of today');
});

it('tells the last 2,000 bytes of a long log', () => {
  const logs = openLogFolder(folder);
  write({ logs, text: `${'x'.repeat(3_000)}end` });
  expect(logs.tail('api')).toHaveLength(2_000);
  expect(logs.tail('api')).toMatch(/end$/);
});
