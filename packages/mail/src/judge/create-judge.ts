import { Worker } from 'node:worker_threads';
import type { MailProblem } from '../compile/mail-problem.ts';
import { type JudgedSource, type JudgeRequest, noVariables } from './judge-source.ts';
import { limitWork } from './limit-work.ts';
import type { ThreadWord } from './thread-word.ts';

export type Judge = (request: JudgeRequest) => Promise<JudgedSource>;

type Answer = ThreadWord | { readonly kind: 'too-costly' };

const mostMemoryMb = 512;

/**
 * Makes a judge of mails that works in a thread of its own, one mail after another: whatever a marketer writes, requests
 * and sends go on meanwhile. A mail that takes more work than `limitMs`, or more than 512 MB, is stopped and not ready.
 * The thread starts at the first mail and keeps no process alive.
 */
export function createJudge({ limitMs }: { limitMs: number }): Judge {
  let thread: Promise<Worker> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function judge(request: JudgeRequest): Promise<JudgedSource> {
    thread ??= startThread();
    const worker = await thread.catch((fault: unknown) => {
      thread = undefined;
      throw fault;
    });
    const answer = await ask({ worker, request, limitMs });
    if (answer.kind === 'judged') return answer.judged;
    thread = undefined;
    await worker.terminate();
    if (answer.kind === 'too-costly') return tooCostly;
    throw new Error(`a mail could not be judged: ${answer.kind === 'failed' ? answer.fault : answer.kind}`);
  }

  return (request) => {
    const judged = turn.then(() => judge(request));
    turn = judged.catch(() => {});
    return judged;
  };
}

async function startThread(): Promise<Worker> {
  const worker = new Worker(new URL('./judge-thread.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  // What happens to it while nobody asks is noticed by the next who does.
  worker.on('error', () => {});
  worker.unref();
  return worker;
}

async function ask({
  worker,
  request,
  limitMs,
}: {
  worker: Worker;
  request: JudgeRequest;
  limitMs: number;
}): Promise<Answer> {
  const over = new AbortController();
  worker.ref();
  try {
    return await new Promise<Answer>((resolve) => {
      const end = limitWork({ worker, limitMs, onOver: () => resolve({ kind: 'too-costly' }) });
      over.signal.addEventListener('abort', end);
      worker.once('message', (word: ThreadWord) => resolve(word));
      // A thread ends by itself only for want of memory, or of stack.
      worker.once('exit', () => resolve({ kind: 'too-costly' }));
      worker.postMessage(request);
    });
  } finally {
    over.abort();
    worker.removeAllListeners('message');
    worker.removeAllListeners('exit');
    worker.unref();
  }
}

const problem: MailProblem = {
  severity: 'error',
  field: 'body',
  message: {
    ja: 'このメールは組み立てに時間かメモリーがかかりすぎます。mj-style の inline、1つのタグの属性、同じ要素の繰り返しを減らしてください。',
    en: 'This email takes too long, or too much memory, to make. Use fewer inline styles in mj-style, fewer attributes on one tag, or fewer repeated elements.',
  },
};

const tooCostly: JudgedSource = {
  mail: { html: '', text: '', links: [] },
  problems: [problem],
  ready: false,
  variables: noVariables,
};
