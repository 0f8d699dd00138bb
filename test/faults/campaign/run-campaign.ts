import { copyFile, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Timings } from '@sodate/services/timings';
import { checkEvents } from '../check-events.ts';
import { checkInvariants } from '../check-invariants.ts';
import { type Ledger, readLedger } from '../read-ledger.ts';
import { startZoo, type Zoo } from '../zoo/start-zoo.ts';
import { type Chance, createChance } from './chance.ts';
import { comeToRest, readUnderWay } from './come-to-rest.ts';
import { driveLeads } from './drive-leads.ts';
import { answerHandoffs, careForStuck, meddle, type Staff } from './drive-people.ts';
import type { FaultLog } from './log.ts';
import { personalWords, publishJourneys } from './publish-journeys.ts';
import { createStaffActs } from './staff-acts.ts';
import { createVisitorActs, type VisitorActs } from './visitor-acts.ts';

export interface Campaign {
  readonly seed: string;
  readonly timings: Timings;
  readonly log: FaultLog;
  /** Leads in all; Infinity: as many as come while the faults last. */
  readonly leads: number;
  readonly atOnce: number;
  /** Whether our people publish, pause, merge and erase meanwhile. */
  readonly meddling: boolean;
  /** What is done to the zoo while leads are in flight. */
  faults(given: { readonly zoo: Zoo; readonly chance: Chance }): Promise<void>;
}

export interface CampaignResult {
  /** A sentence for each violation; none: all is well. */
  readonly violations: readonly string[];
  readonly ledger: Ledger;
  readonly leads: number;
  readonly mails: readonly string[];
  readonly calls: readonly string[];
  readonly acknowledged: number;
  /** What our people did, and how often. */
  readonly done: ReadonlyMap<string, number>;
}

/**
 * Starts a zoo, lets leads flow through it while faults are done, waits until everything has come to rest, and holds
 * what is left to the invariants.
 */
export async function runCampaign(campaign: Campaign): Promise<CampaignResult> {
  const { timings, log, seed } = campaign;
  const zoo = await startZoo({ timings, workers: 2 });
  log.note('the zoo is open; worker 1 has died at mark.mid');
  try {
    const result = await flowAndCheck({ campaign, zoo, chance: createChance(seed) });
    if (result.violations.length > 0) await keepLogs({ zoo, log });
    return result;
  } catch (error) {
    await keepLogs({ zoo, log });
    for (const what of await readUnderWay(zoo).catch(() => [])) log.note(`still under way: ${what}`);
    throw error;
  } finally {
    await zoo.stop();
  }
}

/** For whoever looks into what broke. */
async function keepLogs({ zoo, log }: { zoo: Zoo; log: FaultLog }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sodate-fault-logs-'));
  const files = (await readdir(zoo.logFolder)).filter((file) => file.endsWith('.log'));
  for (const file of files) await copyFile(join(zoo.logFolder, file), join(folder, file));
  log.note(`what the processes printed is kept in ${folder}`);
}

async function flowAndCheck(given: { campaign: Campaign; zoo: Zoo; chance: Chance }): Promise<CampaignResult> {
  const { campaign, zoo, chance } = given;
  const { log, leads, atOnce } = campaign;
  const installation = await publishJourneys({ zoo });
  const staff = await createStaffActs({ zoo, installation });
  const acts = createVisitorActs({ zoo, installation });
  const done = new Map<string, number>();
  const erased = new Set<string>();
  const people = (name: string): Staff => ({ zoo, installation, staff, chance: chance.fork(name), done, erased });
  const flow = driveLeads({ zoo, acts, chance: chance.fork('leads'), leads, atOnce });
  const helpful = [answerHandoffs(people('rep')), careForStuck(people('carer'))];
  const meddling = campaign.meddling ? [meddle(people('meddler'))] : [];
  // Where nobody can come any more, nobody will move: the reason is told instead of waiting.
  await Promise.race([
    campaign.faults({ zoo, chance: chance.fork('faults') }),
    flow.broken,
    ...meddling.map((one) => one.broken),
  ]);
  log.note('no more faults; the leads that are still to come are let in');
  await (Number.isFinite(leads) ? flow.all : flow.finish());
  await Promise.all(meddling.map((one) => one.stop()));
  log.note(`${flow.begun} leads have done what they came for; waiting until nothing is under way`);
  const restless = await comeToRest({ zoo });
  await Promise.all(helpful.map((one) => one.stop()));
  log.note('holding what is left to the invariants');
  const found = await check({ zoo, acts, erased });
  return { ...found, violations: [...restless, ...found.violations], leads: flow.begun, done };
}

async function check({ zoo, acts, erased }: { zoo: Zoo; acts: VisitorActs; erased: ReadonlySet<string> }) {
  const { context, client } = zoo;
  const { database } = context;
  const [mails, calls] = await Promise.all([zoo.readMails(), zoo.readCalls()]);
  const lasting = lastingActs({ acts, erased });
  const violations = [
    ...[...zoo.workers, zoo.api, zoo.sinks].flatMap(({ ownDeaths }) => ownDeaths),
    ...(await checkInvariants({ database, client, received: mails, called: calls, personal: personalWords })),
    ...(await checkEvents({ database, acknowledged: lasting })),
  ];
  return { violations, ledger: await readLedger({ database }), mails, calls, acknowledged: lasting.size };
}

/** Acts of leads that were not erased. */
function lastingActs({ acts, erased }: { acts: VisitorActs; erased: ReadonlySet<string> }): ReadonlySet<string> {
  const lasting = [...acts.acknowledged].filter(([, who]) => !erased.has(`user-${who}`));
  return new Set(lasting.map(([act]) => act));
}
