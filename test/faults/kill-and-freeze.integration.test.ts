import { effect } from '@sodate/database/schema/enrollment';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Chance } from './campaign/chance.ts';
import { type Fault, inflict } from './campaign/faults.ts';
import { createFaultLog, type FaultLog } from './campaign/log.ts';
import { type CampaignResult, runCampaign } from './campaign/run-campaign.ts';
import { untilDone } from './campaign/until-done.ts';
import { faultTimings, frozenMs } from './zoo/fault-timings.ts';
import type { Zoo } from './zoo/start-zoo.ts';

/** A part of `npm run faults`: each process dies once or more, at the points where most can go wrong. */
const faults: readonly Fault[] = [
  { kind: 'dies', victim: 'worker', at: 'hop.after-commit' },
  { kind: 'dies', victim: 'worker', at: 'claim.after-commit' },
  { kind: 'dies', victim: 'api', at: 'enrol.after-commit' },
  { kind: 'killed', victim: 'postgres', at: 'record.before-commit' },
  { kind: 'killed', victim: 'temporal', at: 'hop.after-lock' },
  { kind: 'frozen', at: 'send.after-dot' },
];

const diesUnheard = { kind: 'dies', victim: 'worker', at: 'send.after-dot' } as const satisfies Fault;

/** Kills a worker that has sent and told nobody. Whether its send is listed, once its claim has run out. */
async function isListedAfterDeath({ given, log }: { given: { zoo: Zoo; chance: Chance }; log: FaultLog }) {
  await inflict({ ...given, log, fault: diesUnheard, frozenMs: frozenMs.scaled });
  const { database } = given.zoo.context;
  const keysOf = (state: 'claimed' | 'ambiguous') =>
    untilDone(`${state} sends are read`, () =>
      database.select({ key: effect.key }).from(effect).where(eq(effect.state, state)),
    ).then((rows) => new Set(rows.map(({ key }) => key)));
  const held = await keysOf('claimed');
  await untilDone('those claims have run out', async () =>
    [...(await keysOf('claimed'))].every((key) => !held.has(key)),
  );
  return (await keysOf('ambiguous')).size > 0;
}

function countEffects({ ledger }: CampaignResult, state: string): number {
  return ledger.effects.filter(({ row }) => row.state === state).length;
}

it('loses nobody and doubles nothing, whoever is killed or frozen while leads flow', { timeout: 400_000 }, async () => {
  const log = createFaultLog({ say: () => {} });
  let deaths = 0;
  let listed = false;
  const result = await runCampaign({
    seed: 'npm test',
    timings: faultTimings,
    log,
    leads: Number.POSITIVE_INFINITY,
    atOnce: 12,
    meddling: true,
    faults: async (given) => {
      for (const fault of faults) await inflict({ ...given, log, fault, frozenMs: frozenMs.scaled });
      // A call may be repeated, so its fate is soon known; a mail's is not. Which it was is left to chance.
      for (; !listed && deaths < 8; deaths++) listed = await isListedAfterDeath({ given, log });
    },
  });
  expect(result.violations).toEqual([]);
  expect(log.lines.filter((line) => /dies at|killed|frozen/.test(line))).toHaveLength(faults.length + deaths);
  expect(result.ledger.passages.every(({ row }) => row.state === 'ended')).toBe(true);
  expect(countEffects(result, 'sent')).toBeGreaterThan(0);
  expect(listed).toBe(true);
});
