import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: one of those may be taken before it is used here. */
const lowest = 20_000;
const highest = 32_000;
const mostTries = 50;

/** A port of this machine that nobody listens on now. @throws Error where none was found. */
export async function findFreePort(): Promise<number> {
  for (let tried = 0; tried < mostTries; tried++) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port between ${lowest} and ${highest} is free on 127.0.0.1`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
