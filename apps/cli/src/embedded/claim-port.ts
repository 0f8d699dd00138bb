import { createServer } from 'node:net';
import { CommandError } from '../terminal/command-error.ts';

/** Makes sure that the port can be listened on. @throws CommandError with the remedy, where it cannot. */
export async function claimPort({ host, port }: { host: string; port: number }): Promise<void> {
  const code = await tryToListen({ host, port });
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new CommandError({
      ja: `ポート ${port} は別のプログラムが使っています。別のポートを指定してください: npm start -- --port ${port + 1}`,
      en: `Port ${port} is in use by another program. Choose another one: npm start -- --port ${port + 1}`,
    });
  }
  if (code === 'EACCES') {
    throw new CommandError({
      ja: `ポート ${port} を使う権限がありません。1024 以上を指定してください: npm start -- --port 4280`,
      en: `Port ${port} is not open to this user. Choose one from 1024 on: npm start -- --port 4280`,
    });
  }
  throw new CommandError({
    ja: `${host} のポート ${port} を使えません（${code}）。--host にはこのマシンのアドレスを指定してください。`,
    en: `Cannot listen on ${host}, port ${port} (${code}). --host must be an address of this machine.`,
  });
}

function tryToListen({ host, port }: { host: string; port: number }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
