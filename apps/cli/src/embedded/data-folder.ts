import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../terminal/command-error.ts';

/** Where the embedded mode keeps its state. Everything that must survive a restart lies here. */
export interface DataFolder {
  readonly path: string;
  readonly postgres: string;
  readonly temporalFile: string;
  readonly mailbox: string;
  readonly logs: string;
  readonly partsFile: string;
  readonly runningFile: string;
  readonly lockFile: string;
  /** Of the embedded PostgreSQL's only user. */
  readonly databasePassword: string;
}

const secrets = z.object({ databasePassword: z.string().min(20) });

/** Opens the folder, and makes it where it is missing. @throws CommandError where that is not possible. */
export function openDataFolder(given: string): DataFolder {
  const path = resolve(given);
  try {
    makeFolder(path);
    // Root serves the database as another user, who must pass through; nothing here can be listed by others.
    chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
    mkdirSync(join(path, 'mailbox'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CommandError(
      {
        ja: `データのフォルダ ${path} に書き込めません。書き込めるフォルダを --data で指定してください。`,
        en: `The data folder ${path} cannot be written to. Name one that can with --data.`,
      },
      { cause: error },
    );
  }
  return {
    path,
    postgres: join(path, 'postgres'),
    temporalFile: join(path, 'temporal.db'),
    mailbox: join(path, 'mailbox'),
    logs: join(path, 'logs'),
    partsFile: join(path, 'parts.json'),
    runningFile: join(path, 'running.json'),
    lockFile: join(path, 'lock'),
    databasePassword: ensureSecrets(join(path, 'secrets.json')).databasePassword,
  };
}

/** Step by step: asked to make all at once where the system makes none (/proc), Node tries for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** @throws where the file is missing or damaged. */
export function readSecrets(file: string): z.infer<typeof secrets> {
  return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function ensureSecrets(file: string): z.infer<typeof secrets> {
  if (existsSync(file)) return readSecrets(file);
  const made = { databasePassword: randomBytes(24).toString('base64url') };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}
