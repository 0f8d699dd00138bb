import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '@sodate/database/schema/enrollment';
import { type CrashPoint, crashPoints } from '@sodate/services/engine/crash-point';
import type { FaultPart } from '../zoo/fault-part.ts';
import type { ForkedPart } from '../zoo/fork-part.ts';
import type { Zoo } from '../zoo/start-zoo.ts';
import type { Chance } from './chance.ts';
import type { FaultLog } from './log.ts';
import { untilDone } from './until-done.ts';

export const victims = ['worker', 'api', 'temporal', 'postgres'] as const;
export type Victim = (typeof victims)[number];

/**
 * One fault: the process dies, or is frozen, as a worker passes the point. The API's own points are passed by the API.
 */
export type Fault =
  | { readonly kind: 'dies'; readonly victim: 'worker' | 'api'; readonly at: CrashPoint }
  | { readonly kind: 'killed'; readonly victim: Exclude<Victim, 'worker'>; readonly at: CrashPoint }
  | { readonly kind: 'frozen'; readonly at: CrashPoint };

/** Where all processes but a worker are killed, and workers frozen. */
export const crossPoints = [
  'hop.after-lock',
  'claim.after-commit',
  'send.after-dot',
  'record.before-commit',
] as const satisfies readonly CrashPoint[];

const apiPoints: readonly CrashPoint[] = [
  'event.after-lock',
  'enrol.before-commit',
  'enrol.after-commit',
  'event.after-commit',
];

/** The matrix: one long run for each kind of fault, its faults one after another. */
export const matrix: Readonly<Record<string, readonly Fault[]>> = {
  'worker killed': [
    // The first mark has killed one worker as the zoo was started.
    ...crashPoints.filter((at) => at !== 'mark.mid').map((at) => ({ kind: 'dies', victim: 'worker', at }) as const),
    ...apiPoints.map((at) => ({ kind: 'dies', victim: 'api', at }) as const),
  ],
  'worker frozen': crossPoints.map((at) => ({ kind: 'frozen', at }) as const),
  'API killed': crossPoints.map((at) => ({ kind: 'killed', victim: 'api', at }) as const),
  'Temporal killed': crossPoints.map((at) => ({ kind: 'killed', victim: 'temporal', at }) as const),
  'PostgreSQL killed': crossPoints.map((at) => ({ kind: 'killed', victim: 'postgres', at }) as const),
};

export interface Inflicting {
  readonly zoo: Zoo;
  readonly chance: Chance;
  readonly log: FaultLog;
  readonly frozenMs: number;
}

const meetMs = 150_000;

/** Does one fault, brings back what died, and waits until leads move again. */
export async function inflict({ fault, ...given }: Inflicting & { fault: Fault }): Promise<void> {
  const { zoo, chance, log } = given;
  const worker = chance.pick(zoo.workers);
  const passing = 1 + Math.floor(chance.between({ from: 0, to: 3 }));
  switch (fault.kind) {
    case 'dies': {
      const victim = fault.victim === 'api' ? zoo.api : worker;
      await meet({ part: victim, fault, passing, deed: 'die' });
      log.note(`${victim.name} dies at ${fault.at}`);
      await victim.restart();
      break;
    }
    case 'frozen':
      await meet({ part: worker, fault, passing, deed: 'hold' });
      worker.freeze();
      log.note(`${worker.name} is frozen at ${fault.at}`);
      await sleep(given.frozenMs);
      worker.goOn();
      worker.thaw();
      break;
    case 'killed': {
      await meet({ part: worker, fault, passing, deed: 'hold' });
      const victim = zoo[fault.victim];
      await victim.kill();
      log.note(`${victim.name} is killed as ${worker.name} passes ${fault.at}`);
      worker.goOn();
      await sleep(chance.between({ from: 500, to: 4_000 }));
      await victim.restart();
      break;
    }
  }
  await flowsAgain(zoo);
}

async function meet(given: { part: ForkedPart; fault: Fault; passing: number; deed: 'die' | 'hold' }): Promise<void> {
  const { part, fault, passing, deed } = given;
  const late = new AbortController();
  const tooLate = sleep(meetMs, undefined, { signal: late.signal }).then(() => {
    throw new Error(`${part.name} did not pass ${fault.at} in ${meetMs / 1_000} s`);
  });
  try {
    await Promise.race([part.arm({ at: fault.at, passing, deed }), tooLate]);
  } finally {
    tooLate.catch(() => {});
    late.abort();
  }
}

/** Somebody has moved since: whatever died is no longer in the way. */
export async function flowsAgain({ context }: Zoo): Promise<void> {
  const before = await untilDone('the database answers', () => context.database.$count(step));
  await untilDone('leads move again', async () => (await context.database.$count(step)) > before);
}

/** Kills at random, `kills` times: any process, for any span, wherever it may be at the moment. */
export async function killAtRandom({ zoo, chance, log, kills }: Omit<Inflicting, 'frozenMs'> & { kills: number }) {
  for (let done = 1; done <= kills; done++) {
    await sleep(chance.between({ from: 1_500, to: 6_000 }));
    const victim = chance.weigh<FaultPart>([
      [5, chance.pick(zoo.workers)],
      [2, zoo.api],
      [2, zoo.temporal],
      [2, zoo.postgres],
      [1, zoo.sinks],
    ]);
    const downMs = chance.between({ from: 200, to: 5_000 });
    log.note(`${done}/${kills}: ${victim.name} is killed for ${(downMs / 1_000).toFixed(1)} s`);
    await victim.kill();
    await sleep(downMs);
    await victim.restart();
  }
}
