import { setTimeout as sleep } from 'node:timers/promises';
import { enrollment } from '@sodate/database/schema/enrollment';
import { ne } from 'drizzle-orm';
import type { Zoo } from '../zoo/start-zoo.ts';
import type { Chance } from './chance.ts';
import { untilDone } from './until-done.ts';
import type { VisitorActs } from './visitor-acts.ts';

export interface LeadFlow {
  /** Leads let in so far. */
  readonly begun: number;
  /** Lets nobody else in; resolves once all have done what they came for. Rejects with the first fault. */
  finish(): Promise<void>;
  /** Resolves once so many were let in and have done what they came for. */
  readonly all: Promise<void>;
  /** Rejects with the first fault; never resolves. */
  readonly broken: Promise<never>;
}

interface Flow {
  readonly zoo: Zoo;
  readonly acts: VisitorActs;
  readonly chance: Chance;
  /** How many there will be; Infinity: as many as come until `finish`. */
  readonly leads: number;
  /** New ones wait while so many passages are open. */
  readonly atOnce: number;
}

/** Lets leads in, one after another; each lives a little life of its own, drawn from the seed and its number. */
export function driveLeads(flow: Flow): LeadFlow {
  const stopping = new AbortController();
  const lives: Promise<void>[] = [];
  const run = async () => {
    while (lives.length < flow.leads && !stopping.signal.aborted) {
      const room = flow.atOnce - (await countOpen(flow));
      const coming = Math.min(Math.max(0, Math.ceil(room / 4)), flow.leads - lives.length);
      for (let next = 0; next < coming; next++) {
        const who = lives.length + 1;
        const life = live({ acts: flow.acts, chance: flow.chance.fork(who), who });
        life.catch(() => stopping.abort());
        lives.push(life);
      }
      await sleep(300, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await Promise.all(lives);
  };
  const all = run();
  const broken = new Promise<never>((...[, reject]) => {
    all.catch(reject);
  });
  broken.catch(() => {});
  return {
    broken,
    get begun() {
      return lives.length;
    },
    finish: () => {
      stopping.abort();
      return all;
    },
    all,
  };
}

function countOpen({ zoo: { context } }: Flow): Promise<number> {
  return untilDone('open passages are counted', () =>
    context.database.$count(enrollment, ne(enrollment.state, 'ended')),
  );
}

async function live({ acts, chance, who }: { acts: VisitorActs; chance: Chance; who: number }): Promise<void> {
  await acts.arrive(
    who,
    chance.weigh([
      [1, 'vip'],
      [2, 'staff'],
    ]),
  );
  const count = Math.floor(chance.between({ from: 1, to: 6 }));
  for (let act = 0; act < count; act++) {
    await sleep(chance.between({ from: 200, to: 2_500 }));
    await chance.weigh<() => Promise<void>>([
      [4, () => acts.visit(who, '/price')],
      [2, () => acts.visit(who, '/cases')],
      [3, () => acts.retitle(who, 'hot')],
      [3, () => acts.click(who)],
      [1, () => acts.open(who)],
      [1, () => acts.visit(who, '/leave')],
      [1, () => acts.buy(who)],
      [2, () => acts.visit(who, '/start')],
    ])();
  }
}
