import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import type { RuleBody } from '@sodate/database/schema/journey';
import type { ActOp } from '@sodate/journey/compile/plan';
import { hashText } from '@sodate/journey/hash-text';
import { arrive } from '@sodate/journey/interpret/arrive';
import type { Facts } from '@sodate/journey/interpret/passage';
import { asInstant, type Instant, parseInstant, plus } from '@sodate/journey/time/instant';
import { unreachable } from '@sodate/journey/unreachable';
import { realTimeOf } from './passage-row.ts';
import type { RunningVersion } from './read-version.ts';

/** "Go on now" after a publish is spread over two hours, so that no wave of mails goes out at once. */
const spreadMs = 2 * 3_600_000;

/** A row under its locks, and a rule that it has not seen. */
export interface RuleCase {
  readonly row: EnrollmentRow;
  readonly body: RuleBody;
  /** The version that the rule publishes; undefined for other rules. */
  readonly version: RunningVersion | undefined;
  readonly lead: { readonly zone: string | null; readonly lastEvent: number };
  /** Those that the version's op of the row names. */
  readonly calendars: Facts['calendars'];
  /** In the enrollment's own time. */
  readonly now: Instant;
}

export interface RowChange {
  readonly values: Partial<EnrollmentRow>;
  /** The act whose waiting effect does what the new version says. */
  readonly act?: ActOp;
}

/** What a rule does to a row: it changes a deadline, the version; or the lead ends; or it arrives somewhere. */
export type RuleOutcome = RowChange | 'end' | 'arrive';

/** What the rule does to the row. */
export function changeByRule(given: RuleCase): RuleOutcome {
  const { body, row } = given;
  switch (body.kind) {
    case 'publish':
      return changeByPublish({ ...given, body });
    case 'pause':
    case 'release':
      return { values: {} };
    case 'resume':
      return { values: body.deadlines === 'keep' ? {} : shift({ row, body }) };
    case 'stop':
      return 'end';
    default:
      return unreachable(body);
  }
}

type Publishing = RuleCase & { readonly body: Extract<RuleBody, { kind: 'publish' }> };

function changeByPublish(given: Publishing): RuleOutcome {
  const { row, body, version } = given;
  if (version === undefined) throw new Error('a publish comes with its version');
  // Absent: nobody was at the node when it was published; follow.
  const choice = body.choices[row.node];
  switch (choice?.kind) {
    case 'finish':
      return { values: {} };
    case 'move':
      return choice.at === 'old-time' && row.until !== null
        ? { values: { versionId: version.id, moveTo: choice.to, rest: row.rest + 1 } }
        : 'arrive';
    default:
      return follow({ ...given, version, goOnNow: choice?.past === 'go-on-now' });
  }
}

/** The new version's deadline, measured from when the lead arrived. One already past leaves the old one. */
function follow({
  row,
  version,
  lead,
  calendars,
  now,
  goOnNow,
}: Publishing & { version: RunningVersion; goOnNow: boolean }): RowChange {
  const { plan } = version;
  const op = plan.ops[row.op];
  if (!op) return { values: {} };
  const facts = { answers: {}, calendars, leadZone: lead.zone, lastEvent: lead.lastEvent };
  const { id: enrollment, visit, visits, arrivedAt } = row;
  const arrived = arrive({ plan, op, enrollment, visit, visits, facts, now: arrivedAt });
  // The node does another kind of work now: what the lead is in the middle of ends on the old version.
  if (row.state !== 'stuck' && arrived.phase !== row.state) return { values: {} };
  const until =
    row.state === 'resting' ? deadlineAfterFollow({ row, measured: arrived.until, now, goOnNow }) : row.until;
  const lookAt = row.state === 'resting' ? lookAtOf({ row, until }) : row.lookAt;
  return {
    values: { versionId: version.id, until, moveTo: null, rest: row.rest + 1, lookAt },
    ...(op.kind === 'act' ? { act: op } : {}),
  };
}

function deadlineAfterFollow({
  row,
  measured,
  now,
  goOnNow,
}: {
  row: EnrollmentRow;
  measured: Instant | null;
  now: Instant;
  goOnNow: boolean;
}): Instant | null {
  if (measured === null || measured > now) return measured;
  if (goOnNow) return plus(now, hashText(row.id) % spreadMs);
  return row.until ?? measured;
}

/** A pause that shifts: the deadline moves by as much of the pause as the lead was there for. */
function shift({
  row,
  body,
}: {
  row: EnrollmentRow;
  body: Extract<RuleBody, { kind: 'resume' }>;
}): RowChange['values'] {
  if (row.until === null) return {};
  const arrivedAt = realTimeOf({ instant: row.arrivedAt, offsetMs: row.offsetMs });
  const from = Math.max(parseInstant(body.pausedAt), arrivedAt);
  const until = asInstant(row.until + Math.max(0, parseInstant(body.at) - from));
  return { until, rest: row.rest + 1, lookAt: lookAtOf({ row, until }) };
}

/** Real time of a deadline. */
export function lookAtOf({
  row,
  until,
}: {
  row: Pick<EnrollmentRow, 'offsetMs'>;
  until: Instant | null;
}): Instant | null {
  return until === null ? null : realTimeOf({ instant: until, offsetMs: row.offsetMs });
}
