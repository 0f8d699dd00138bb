import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command, ServerUser } from '../process/command.ts';
import { CommandError } from '../terminal/command-error.ts';

/**
 * PostgreSQL refuses to run as root. Undefined where we are not root; else an existing user to run it as.
 * @throws CommandError where root has no other user on this machine.
 */
export async function chooseServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = readUsers(await readFile('/etc/passwd', 'utf8'));
  const preferred = ['sodate', 'postgres', 'nobody'].flatMap((name) => users.find((user) => user.name === name) ?? []);
  const chosen = preferred[0] ?? users.find((user) => user.uid >= 1_000);
  if (chosen) return chosen;
  throw new CommandError({
    ja: 'PostgreSQL は root では動きません。ほかのユーザーがいないので、「useradd sodate」で作ってください。',
    en: 'PostgreSQL does not run as root, and there is no other user. Make one with "useradd sodate".',
  });
}

/**
 * The same command, run as the user. Where a parent folder of what it needs is closed to that user (a clone under
 * root's own home), the right to pass closed folders is handed on by `setpriv`.
 */
export async function runAsUser({
  command,
  user,
  needs,
}: {
  command: Command;
  user: ServerUser | undefined;
  needs: readonly string[];
}): Promise<Command> {
  if (!user) return command;
  const open = await Promise.all(needs.map((path) => mayReach({ path, user })));
  if (open.every(Boolean)) return { ...command, user };
  // initdb asks by access(2), which forgets such rights unless told to keep them.
  const keep = ['--securebits', '+no_setuid_fixup'];
  const rights = ['--inh-caps', '-all,+dac_override', '--ambient-caps', '-all,+dac_override'];
  const ids = ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  return { ...command, file: 'setpriv', args: [...ids, ...keep, ...rights, command.file, ...command.args] };
}

async function mayReach({ path, user }: { path: string; user: ServerUser }): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const openToAll = (mode & 0o001) !== 0;
    const openToOwner = uid === user.uid && (mode & 0o100) !== 0;
    const openToGroup = gid === user.gid && (mode & 0o010) !== 0;
    if (!openToAll && !openToOwner && !openToGroup) return false;
    if (folder === dirname(folder)) return true;
  }
}

function readUsers(passwd: string): ServerUser[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (!name || uid === undefined || gid === undefined || Number(uid) === 0) return [];
    return [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
