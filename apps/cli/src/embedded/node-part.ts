import { fileURLToPath } from 'node:url';
import type { Text } from '@sodate/journey/text';
import type { Part, PartName } from '../supervise/part.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

const titles: Readonly<Record<'api' | 'worker' | 'mailbox', Text>> = {
  api: { ja: 'API', en: 'The API' },
  worker: { ja: 'ワーカー', en: 'The worker' },
  mailbox: { ja: 'ローカルメールボックス', en: 'The local mailbox' },
};

/** A command of this program as a child process: it tells when it is ready, and ends when we do. */
export function nodePart({
  name,
  environment,
}: {
  name: Extract<PartName, 'api' | 'worker' | 'mailbox'>;
  environment: Readonly<Record<string, string>>;
}): Part {
  return {
    name,
    title: titles[name],
    command: async () => ({ file: process.execPath, args: [main, name], env: environment, talks: true }),
    // A busy machine is slow, not wrong: a process that ends is noticed at once, whatever stands here.
    readyWithinMs: 180_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
  };
}
