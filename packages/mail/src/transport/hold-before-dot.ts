import { Readable } from 'node:stream';

/** What a message's stream fails with instead of letting the final dot be written. */
export class HeldBackError extends Error {
  constructor() {
    super('given back before the final dot');
    this.name = 'HeldBackError';
  }
}

/**
 * Passes a message through and holds its end back until `decide` says go: SMTP's final dot is written when the stream
 * ends. Where it says stop, or throws, the stream fails and the connection is closed without the dot.
 * Nothing is read ahead: `decide` is asked only when the reader has taken the last byte.
 */
export function holdBeforeDot({
  message,
  decide,
}: {
  message: Readable;
  decide: () => Promise<'go' | 'stop'>;
}): Readable {
  async function* held() {
    yield* message;
    if ((await decide()) === 'stop') throw new HeldBackError();
  }
  return Readable.from(held(), { objectMode: false, highWaterMark: 1 });
}
