import { parentPort } from 'node:worker_threads';
import { type JudgeRequest, judgeSource } from './judge-source.ts';
import type { ThreadWord } from './thread-word.ts';

if (parentPort === null) throw new Error('this runs in a thread of its own');
const port = parentPort;

function say(word: ThreadWord): void {
  port.postMessage(word);
}

port.on('message', (request: JudgeRequest) => {
  judgeSource(request).then(
    (judged) => say({ kind: 'judged', judged }),
    (fault: unknown) => say({ kind: 'failed', fault: fault instanceof Error ? (fault.stack ?? '') : String(fault) }),
  );
});
say({ kind: 'ready' });
