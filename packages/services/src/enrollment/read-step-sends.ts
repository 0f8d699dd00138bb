import { type EffectState, effect, effectAttempt, type StepRow } from '@sodate/database/schema/enrollment';
import { mail as mailTable, type SentMailId, sentMail } from '@sodate/database/schema/mail';
import type { Graph } from '@sodate/journey/graph/graph';
import type { EnrollmentId, NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { formatInstant } from '@sodate/journey/time/instant';
import { wayOn } from '@sodate/nodes/kit/exits';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type NextTry, nextTryOf } from '../effect/next-try.ts';
import { effectKeyOf } from '../engine/effect-key.ts';
import { wordCallError } from '../http/word-call-error.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';

/** What a step led to being sent, and what came back. */
export interface StepSend {
  /** A mail, or a call of another system. */
  readonly kind: 'mail' | 'call';
  readonly state: EffectState;
  /** How its node names what became of a call; null where it has no word of its own for that. */
  readonly outcome: Text | null;
  /** Why it failed, or what the last try came to. */
  readonly error: Text | null;
  /** Where it waits for its time. */
  readonly nextTry: NextTry | null;
  /** The tries that failed before the last one, in their order. */
  readonly earlier: readonly FailedTry[];
  /** As it was sent, for whoever may read it; `name` is what the mail is called today. */
  readonly mail: { readonly id: SentMailId; readonly name: string; readonly subject: string } | null;
}

export interface FailedTry {
  readonly attempt: number;
  /** ISO 8601. */
  readonly at: string;
  readonly error: Text;
}

/** Of the steps of one page: what was sent at the node that each came to, by hop. */
export async function readStepSends({
  context,
  enrollment,
  graph,
  steps,
}: {
  context: Context;
  enrollment: EnrollmentId;
  graph: Graph;
  steps: readonly StepRow[];
}): Promise<ReadonlyMap<number, StepSend>> {
  const keys = steps.flatMap(({ hop, toOp: op, toNode: node, visit }) =>
    op === null ? [] : { hop, node, key: effectKeyOf({ enrollment, op, visit }) },
  );
  if (keys.length === 0) return new Map();
  const rows = await readRows({ context, keys: keys.map(({ key }) => key) });
  const personal = seesPersonalData(context.actor);
  const failed = personal
    ? await readFailedTries({ context, keys: rows.map(({ key }) => key) })
    : new Map<string, readonly FailedTry[]>();
  const sends = new Map(
    rows.map(
      ({
        key,
        channel,
        state,
        error,
        attempt,
        nextTryAt,
        mail,
        name,
        subject,
        sentAt,
      }): [string, Omit<StepSend, 'outcome'>] => [
        key,
        {
          kind: kindOfSend(channel),
          state,
          error: error === null || state === 'sent' || !personal ? null : wordCallError(error),
          nextTry: nextTryOf({ state, nextTryAt, attempt }),
          earlier: earlierTries({ failed: failed.get(key) ?? [], tellsLast: state !== 'sent' && error !== null }),
          mail:
            mail === null || sentAt === null || !personal
              ? null
              : { id: mail, name: name ?? '', subject: subject ?? '' },
        },
      ],
    ),
  );
  return new Map(
    keys.flatMap(({ hop, node, key }): [number, StepSend][] => {
      const send = sends.get(key);
      if (send === undefined) return [];
      const outcome = send.kind === 'call' ? outcomeOf({ context, graph, node, state: send.state }) : null;
      return [[hop, { ...send, outcome }]];
    }),
  );
}

function readRows({ context, keys }: { context: Context; keys: readonly string[] }) {
  return context.database
    .select({
      key: effect.key,
      channel: effect.channel,
      state: effect.state,
      error: effect.error,
      attempt: effect.attempt,
      nextTryAt: effect.nextTryAt,
      mail: sentMail.id,
      name: mailTable.name,
      subject: sentMail.subject,
      sentAt: sentMail.sentAt,
    })
    .from(effect)
    .leftJoin(sentMail, eq(sentMail.effectKey, effect.key))
    .leftJoin(mailTable, eq(mailTable.id, sentMail.mailId))
    .where(inArray(effect.key, [...keys]));
}

/** The last failed try is told of by its error, until another has gone through: tried again by hand, too. */
function earlierTries({
  failed,
  tellsLast,
}: {
  failed: readonly FailedTry[];
  tellsLast: boolean;
}): readonly FailedTry[] {
  return tellsLast ? failed.slice(0, -1) : failed;
}

/** By key. Given back by a worker that ended is no failure. */
async function readFailedTries({
  context,
  keys,
}: {
  context: Context;
  keys: readonly string[];
}): Promise<ReadonlyMap<string, readonly FailedTry[]>> {
  if (keys.length === 0) return new Map();
  const { key, attempt, claimedAt, recordedAt, result, detail } = effectAttempt;
  const rows = await context.database
    .select({ key, attempt, claimedAt, recordedAt, detail })
    .from(effectAttempt)
    .where(and(inArray(key, [...keys]), inArray(result, ['surely-not', 'unknown']), isNotNull(detail)))
    .orderBy(asc(key), asc(attempt));
  const byKey = new Map<string, FailedTry[]>();
  for (const row of rows) {
    const at = formatInstant(row.recordedAt ?? row.claimedAt);
    const tried = { attempt: row.attempt, at, error: wordCallError(row.detail ?? '') };
    byKey.set(row.key, [...(byKey.get(row.key) ?? []), tried]);
  }
  return byKey;
}

export function kindOfSend(channel: string): StepSend['kind'] {
  return channel === 'mail' ? 'mail' : 'call';
}

const outcomeIds: Readonly<Partial<Record<EffectState, string>>> = { sent: 'done', failed: 'failed' };

function outcomeOf({
  context,
  graph,
  node: id,
  state,
}: {
  context: Context;
  graph: Graph;
  node: NodeId | null;
  state: EffectState;
}): Text | null {
  const node = id === null ? undefined : graph.nodes[id];
  const outcome = outcomeIds[state];
  if (node === undefined || outcome === undefined) return null;
  const named = context.nodeTypes.catalog
    .get(node.type)
    ?.outcomes(node.config)
    .find((one) => one.id === outcome);
  return named === undefined || named.label.ja === wayOn.ja ? null : named.label;
}
