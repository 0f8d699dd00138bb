import { liveTrigger, triggerSet } from '@sodate/database/schema/journey';
import { statement } from '@sodate/database/statement';
import type { Entry, Trigger } from '@sodate/journey/compile/plan';
import type { Condition } from '@sodate/journey/condition/condition';
import type { EventName } from '@sodate/journey/event/event';
import { matchesPattern } from '@sodate/journey/event/matches-pattern';
import { asId, type ConditionKey, type JourneyId, type NodeId, type VersionId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { answerConditions } from '../condition/answer-conditions.ts';
import type { Context } from '../context.ts';
import { readVersion } from '../engine/read-version.ts';
import type { StoredEvent } from '../event/append-events.ts';
import { enrol } from './enrol.ts';
import { keepRefusals } from './keep-refusals.ts';
import { holdTriggerSet } from './trigger-set.ts';

type EventTrigger = Extract<Trigger, { kind: 'event' }>;

export interface LiveTrigger {
  readonly journey: JourneyId;
  readonly version: VersionId;
  readonly node: NodeId;
  readonly trigger: EventTrigger;
}

/** Names that no trigger listens to: they cost no look at the triggers. */
const neverTriggers: ReadonlySet<EventName> = new Set([
  'attribute-changed',
  'stage-changed',
  'points-given',
  'consent-given',
  'consent-withdrawn',
  'journey-entered',
  'journey-ended',
  'handoff-created',
  'lead-created',
]);

/** These bring earlier visits with them: triggers with a window look back. */
const joinsHistory: ReadonlySet<EventName> = new Set(['visitor-identified', 'lead-merged']);

/**
 * Enrols the leads whose events fit a live trigger, and carries them to their first rest, in the caller's transaction.
 */
export async function letIn({ context, stored }: { context: Context; stored: readonly StoredEvent[] }): Promise<void> {
  const telling = stored.filter(({ event }) => !neverTriggers.has(event.name));
  if (telling.length === 0) return;
  const triggers = await readLiveTriggers({ context });
  // Under the lead's lock who is in stays in: a burst of events asks once, not once an event.
  const inside = new Set<string>();
  for (const one of telling) {
    for (const live of triggers) {
      const way = `${live.journey}/${one.lead.id}`;
      if (one.isIn.has(live.journey) || inside.has(way)) continue;
      if (!(await fires({ context, live, stored: one }))) continue;
      const { plan } = await readVersion({ context, id: live.version });
      const entry = plan.entries.find(({ node }) => node === live.node);
      if (entry && (await enrolOrKeepWhyNot({ context, live, entry, stored: one }))) inside.add(way);
    }
  }
}

/** Gives whether the lead is in the journey now. */
async function enrolOrKeepWhyNot({
  context,
  live: { journey, version },
  entry,
  stored: { lead, event },
}: {
  context: Context;
  live: LiveTrigger;
  entry: Entry;
  stored: StoredEvent;
}): Promise<boolean> {
  const enrolled = await enrol({ context, lead, version, entry, event, priority: 'trigger' });
  if (enrolled.kind === 'enrolled') return enrolled.row.state !== 'ended';
  if (enrolled.why === 'already-in') return true;
  await keepRefusals({ context, journey, node: entry.node, refused: [{ lead: lead.id, why: enrolled.why }] });
  return false;
}

interface KnownTriggers {
  readonly revision: number;
  readonly triggers: readonly LiveTrigger[];
}

// One for each database: several may live in one process, in tests.
const known = new Map<string, KnownTriggers>();

/**
 * The triggers of live journeys. The shared lock and the revision make sure that an event stored after a publish sees
 * its triggers, and that a publish waits for events under way.
 */
async function readLiveTriggers({ context }: { context: Context }): Promise<readonly LiveTrigger[]> {
  const [, [row]] = await Promise.all([
    holdTriggerSet({ context }),
    readRevision({ database: context.database, values: {} }),
  ]);
  const key = row?.database ?? '';
  const kept = known.get(key);
  if (kept && kept.revision === row?.revision) return kept.triggers;
  const rows = await context.database.select().from(liveTrigger);
  const triggers = rows.flatMap(({ journeyId, versionId, node, trigger }): LiveTrigger[] =>
    trigger.kind === 'event' ? [{ journey: journeyId, version: versionId, node, trigger }] : [],
  );
  known.set(key, { revision: row?.revision ?? 0, triggers });
  return triggers;
}

const readRevision = statement<object>()((database) =>
  database
    .select({
      revision: triggerSet.revision,
      database: sql<string>`current_database() || ' ' || pg_postmaster_start_time()`,
    })
    .from(triggerSet),
);

async function fires({
  context,
  live: { trigger, version },
  stored,
}: {
  context: Context;
  live: LiveTrigger;
  stored: StoredEvent;
}): Promise<boolean> {
  const { event } = stored;
  const counts = trigger.times > 1 || trigger.within !== undefined;
  const looksBack = joinsHistory.has(event.name) && trigger.pattern.kind === 'page' && trigger.within !== undefined;
  if (!looksBack && !matchesPattern({ pattern: trigger.pattern, event })) return false;
  if (!counts) return true;
  const { plan } = await readVersion({ context, id: version });
  const key: ConditionKey = asId('often-enough');
  const condition: Condition = {
    kind: 'events',
    pattern: trigger.pattern,
    ...(trigger.within === undefined ? {} : { within: trigger.within }),
    atLeast: trigger.times,
  };
  const answers = await answerConditions({
    context,
    conditions: [{ key, condition }],
    lead: stored.lead.id,
    now: event.storedAt,
    realNow: event.storedAt,
    zone: plan.zone,
  });
  return answers[key]?.holds === true;
}
