import { connect, createServer, type Socket } from 'node:net';

/** A network in the small, between a worker and one store. */
export interface TestNetwork {
  readonly port: number;
  /** Ends all connections, and every new one at once. */
  cut(): void;
  /** Lets nothing through; what was on its way arrives after `resume`. */
  stall(): void;
  /** Lets nothing through, and forgets its connections: after `resume` the client's old ones stay silent for ever. */
  lose(): void;
  /** Lets new connections through again, and those that only stalled. */
  resume(): void;
  close(): Promise<void>;
}

type Weather = 'fair' | 'cut' | 'stalled' | 'lost';

interface Line {
  readonly client: Socket;
  readonly server: Socket;
}

/** Passes TCP connections on to a port of this machine until it is told otherwise. */
export async function startNetwork({ to }: { to: number }): Promise<TestNetwork> {
  const lines = new Set<Line>();
  const silent = new Set<Socket>();
  let weather: Weather = 'fair';
  const listener = createServer((client) => {
    client.on('error', () => {});
    if (weather === 'cut') return client.destroy();
    if (weather === 'lost') return silence({ client, silent });
    const line = join({ client, to, lines });
    if (weather === 'stalled') hold(line);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      weather = 'cut';
      for (const { client, server } of lines) for (const socket of [client, server]) socket.destroy();
    },
    stall: () => {
      weather = 'stalled';
      for (const line of lines) hold(line);
    },
    lose: () => {
      weather = 'lost';
      for (const line of lines) {
        hold(line);
        lines.delete(line);
        line.server.removeAllListeners('close').destroy();
        silence({ client: line.client, silent });
      }
    },
    resume: () => {
      weather = 'fair';
      for (const { client, server } of lines) {
        client.pipe(server);
        server.pipe(client);
      }
    },
    close: async () => {
      const sockets = [...silent, ...[...lines].flatMap(({ client, server }) => [client, server])];
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

function join({ client, to, lines }: { client: Socket; to: number; lines: Set<Line> }): Line {
  const server = connect({ host: '127.0.0.1', port: to });
  server.on('error', () => {});
  const line = { client, server };
  lines.add(line);
  const end = () => {
    lines.delete(line);
    client.destroy();
    server.destroy();
  };
  client.once('close', end);
  server.once('close', end);
  client.pipe(server);
  server.pipe(client);
  return line;
}

function hold({ client, server }: Line): void {
  for (const socket of [client, server]) socket.unpipe().pause();
}

/** Reads, and never answers: the other end sees a network that has gone quiet. */
function silence({ client, silent }: { client: Socket; silent: Set<Socket> }): void {
  client.removeAllListeners('close').resume();
  silent.add(client);
  client.once('close', () => silent.delete(client));
}
