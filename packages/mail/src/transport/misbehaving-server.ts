import { createServer, type Socket } from 'node:net';

export type Stage = 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot';

/** What the server does at one stage instead of its duty: an answer line, silence, or a cut. */
export type Misdeed = { readonly answer: string } | 'hang' | 'cut';

export interface MisbehavingServer {
  readonly url: string;
  /** Messages whose final dot was read. */
  readonly received: string[];
  close(): Promise<void>;
}

const duty: Record<Stage, string> = {
  greeting: '220 test',
  ehlo: '250 test',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go on',
  body: '',
  dot: '250 queued',
};

const endOfData = '\r\n.\r\n';

/** An SMTP server for tests that does its duty at every stage but one. */
export async function startMisbehavingServer(misdeeds: Partial<Record<Stage, Misdeed>>): Promise<MisbehavingServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    converse({ socket, misdeeds, received });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse({
  socket,
  misdeeds,
  received,
}: {
  socket: Socket;
  misdeeds: Partial<Record<Stage, Misdeed>>;
  received: string[];
}): void {
  let buffer = '';
  let inBody = false;
  const act = (stage: Stage) => {
    const misdeed = misdeeds[stage];
    if (misdeed === 'cut') socket.destroy();
    else if (misdeed === undefined) socket.write(`${duty[stage]}\r\n`);
    else if (misdeed !== 'hang') socket.write(`${misdeed.answer}\r\n`);
    return misdeed;
  };
  const readBody = () => {
    if (misdeeds.body === 'cut') socket.destroy();
    const end = buffer.indexOf(endOfData);
    if (end < 0) return false;
    received.push(buffer.slice(0, end));
    buffer = buffer.slice(end + endOfData.length);
    inBody = false;
    act('dot');
    return true;
  };
  const readLine = () => {
    const end = buffer.indexOf('\r\n');
    if (end < 0) return false;
    const verb = buffer.slice(0, end).split(/[\s:]/)[0]?.toUpperCase() ?? '';
    buffer = buffer.slice(end + 2);
    if (verb === 'QUIT') socket.end('221 bye\r\n');
    else if (verb === 'RSET') socket.write('250 ok\r\n');
    else if (verb === 'DATA') inBody = act('data') === undefined;
    else act(stageOf(verb));
    return true;
  };
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    while (inBody ? readBody() : readLine());
  });
  act('greeting');
}

function stageOf(verb: string): Stage {
  if (verb === 'MAIL') return 'mail';
  return verb === 'RCPT' ? 'rcpt' : 'ehlo';
}
