import { expect, it } from 'vitest';
import { type Fault, inflict } from './campaign/faults.ts';
import { createFaultLog } from './campaign/log.ts';
import { type CampaignResult, runCampaign } from './campaign/run-campaign.ts';
import { faultTimings, frozenMs } from './zoo/fault-timings.ts';

/** A part of `npm run faults`: each process dies once or more, at the points where most can go wrong. */
const faults: readonly Fault[] = [
  { kind: 'dies', victim: 'worker', at: 'hop.after-commit' },
  { kind: 'dies', victim: 'worker', at: 'claim.after-commit' },
  { kind: 'dies', victim: 'worker', at: 'send.after-dot' },
  { kind: 'dies', victim: 'api', at: 'enrol.after-commit' },
  { kind: 'killed', victim: 'postgres', at: 'record.before-commit' },
  { kind: 'killed', victim: 'temporal', at: 'hop.after-lock' },
  { kind: 'frozen', at: 'send.after-dot' },
];

function countEffects({ ledger }: CampaignResult, state: string): number {
  return ledger.effects.filter(({ row }) => row.state === state).length;
}

it('loses nobody and doubles nothing, whoever is killed or frozen while leads flow', { timeout: 400_000 }, async () => {
  const log = createFaultLog({ say: () => {} });
  const result = await runCampaign({
    seed: 'npm test',
    timings: faultTimings,
    log,
    leads: Number.POSITIVE_INFINITY,
    atOnce: 12,
    meddling: true,
    faults: async (zoo) => {
      for (const fault of faults) await inflict({ ...zoo, log, fault, frozenMs: frozenMs.scaled });
    },
  });
  expect(result.violations).toEqual([]);
  expect(log.lines.filter((line) => /dies at|killed|frozen/.test(line))).toHaveLength(faults.length);
  expect(result.ledger.passages.every(({ row }) => row.state === 'ended')).toBe(true);
  expect(countEffects(result, 'sent')).toBeGreaterThan(0);
  // Who died between the claim and the report: that nobody knows is listed.
  expect(countEffects(result, 'ambiguous')).toBeGreaterThan(0);
});
