import type { Command } from '../process/command.ts';
import { chooseServerUser, runAsUser } from './choose-server-user.ts';
import { findPostgres } from './find-postgres.ts';

/** The command that serves a prepared data folder on a loopback port. Stop it with SIGINT (a fast, clean stop). */
export async function postgresCommand({
  folder,
  port,
  settings = {},
}: {
  folder: string;
  port: number;
  settings?: Readonly<Record<string, string>>;
}): Promise<Command> {
  const [{ postgres }, user] = await Promise.all([findPostgres(), chooseServerUser()]);
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const args = ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  return runAsUser({ command: { file: postgres, args, cwd: '/' }, user, needs: [postgres, folder] });
}
