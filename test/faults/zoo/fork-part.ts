import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { Arming, Order, Report } from './arming.ts';
import type { FaultPart } from './fault-part.ts';

/** A process of our own: it can also be told at which point to die or to stand still. */
export interface ForkedPart extends FaultPart {
  /** Resolves once it has died, or stands still, at the point. A process that dies is not brought back by it. */
  arm(arming: Arming): Promise<void>;
  /** Resolves once its present life is over, whatever ended it. */
  died(): Promise<void>;
  /** Lets what stands still go on. */
  goOn(): void;
  /** Deaths that nobody ordered: a fault by itself. */
  readonly ownDeaths: readonly string[];
}

interface Forking {
  readonly name: string;
  /** The program's file. */
  readonly program: URL;
  /** What it is started with, as JSON in `FAULT_ORDERS`. */
  readonly orders: object;
  /** What it prints is added to this file. */
  readonly logFile: string;
  /** For its first life only. */
  readonly first?: Arming;
}

const startMs = 60_000;

/** Starts the program and waits until it serves, or has died where `first` says. */
export async function forkPart(forking: Forking): Promise<ForkedPart> {
  const { name } = forking;
  const ownDeaths: string[] = [];
  let life = await beginLife({ forking, first: forking.first, ownDeaths });
  const send = (order: Order) => {
    if (life.child.connected) life.child.send(order, () => {});
  };
  return {
    name,
    ownDeaths,
    arm: async (arming) => {
      const met = arming.deed === 'die' ? life.ended : life.nextHold();
      if (arming.deed === 'die') life.expectDeath();
      send({ kind: 'arm', arming });
      await met;
    },
    died: () => life.ended,
    goOn: () => send({ kind: 'go-on' }),
    kill: async () => {
      life.expectDeath();
      life.child.kill('SIGKILL');
      await life.ended;
    },
    restart: async () => {
      if (life.isOver()) life = await beginLife({ forking, first: undefined, ownDeaths });
    },
    freeze: () => void life.child.kill('SIGSTOP'),
    thaw: () => void life.child.kill('SIGCONT'),
    stop: async () => {
      life.expectDeath();
      life.child.kill('SIGCONT');
      life.child.kill('SIGTERM');
      const late = setTimeout(() => life.child.kill('SIGKILL'), 20_000);
      await life.ended;
      clearTimeout(late);
    },
  };
}

interface Life {
  readonly child: ChildProcess;
  /** Resolves once it is dead, whatever the cause. */
  readonly ended: Promise<void>;
  isOver(): boolean;
  expectDeath(): void;
  nextHold(): Promise<void>;
}

async function beginLife(given: { forking: Forking; first: Arming | undefined; ownDeaths: string[] }): Promise<Life> {
  const { forking, first, ownDeaths } = given;
  const env = { ...process.env, FAULT_ORDERS: JSON.stringify({ ...forking.orders, first }) };
  const log = openSync(forking.logFile, 'a');
  const child = fork(forking.program, { env, execArgv: [], stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  const said = () => readFileSync(forking.logFile, 'utf8').slice(-2_000);
  let over = false;
  let expected = first?.deed === 'die';
  const holds: (() => void)[] = [];
  const ready = Promise.withResolvers<void>();
  const ended = new Promise<void>((resolve) => {
    child.once('close', (...[code, signal]) => {
      over = true;
      if (!expected) ownDeaths.push(`${forking.name} ended by itself (${signal ?? code}): ${said()}`);
      ready.resolve();
      resolve();
    });
  });
  child.on('message', (report: Report) => {
    if (report.kind === 'ready') ready.resolve();
    else for (const heard of holds.splice(0)) heard();
  });
  const late = setTimeout(() => ready.reject(new Error(`${forking.name} did not start: ${said()}`)), startMs);
  await ready.promise.finally(() => clearTimeout(late));
  return {
    child,
    ended,
    isOver: () => over,
    expectDeath: () => {
      expected = true;
    },
    nextHold: () => new Promise((resolve) => holds.push(resolve)),
  };
}
