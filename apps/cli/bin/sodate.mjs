#!/usr/bin/env node
// Runs under whatever Node the machine has, and hands over to the Node 24 that npm installed with Sodate.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const args = [main, ...process.argv.slice(2)];

const child = spawn(findNode(), args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const packageFolder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  const found = ['node', 'node.exe'].map((name) => join(packageFolder, 'bin', name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  process.stderr.write('Node 24 is missing: run "npm ci". / Node 24 がありません。「npm ci」を実行してください。\n');
  return process.exit(1);
}
