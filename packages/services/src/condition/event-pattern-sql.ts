import type { EventPattern, HandoffOutcome } from '@sodate/journey/event/event-pattern';
import type { NodeId } from '@sodate/journey/id';
import { unreachable } from '@sodate/journey/unreachable';
import { type SQL, sql } from 'drizzle-orm';
import { urlPatternSql } from './url-pattern-sql.ts';

/** The passage that a pattern may speak of, as SQL: a parameter, or a column of a joined enrollment. */
export interface PassageSql {
  readonly enrollment: SQL;
  readonly enteredAt: SQL;
  /** The node where the passage stands and its present visit of it: a hand-off pattern of that node means this visit. */
  readonly at?: { readonly node: NodeId; readonly visit: SQL };
}

/**
 * The SQL twin of `matchesPattern`, over rows `e` of `event` and `t` of `thing` (left-joined by `e.thing_id`).
 * Never null. Patterns that name a node mean what it did in the passage; without one they match nothing.
 */
export function eventPatternSql({ pattern, passage }: { pattern: EventPattern; passage?: PassageSql }): SQL {
  switch (pattern.kind) {
    case 'page':
      return all([
        sql`e.name = 'page-viewed'`,
        pattern.url && orFalse(urlPatternSql(pattern.url)),
        pattern.source === undefined ? undefined : orFalse(sql`e.source = ${pattern.source}`),
      ]);
    case 'form':
      return all([
        sql`e.name = 'form-submitted'`,
        pattern.form === undefined ? undefined : orFalse(sql`t.key = ${pattern.form}`),
      ]);
    case 'mail':
      return mailPatternSql({ pattern, passage });
    case 'handoff':
      return all([
        handoffOutcomeSql(pattern.outcome),
        ownSql({ node: pattern.node, passage }),
        passage?.at?.node === pattern.node ? orFalse(sql`e.visit = ${passage.at.visit}`) : undefined,
      ]);
    case 'custom':
      return all([sql`e.name = 'custom'`, orFalse(sql`t.key = ${pattern.name}`)]);
    default:
      return unreachable(pattern);
  }
}

function mailPatternSql({
  pattern,
  passage,
}: {
  pattern: Extract<EventPattern, { kind: 'mail' }>;
  passage: PassageSql | undefined;
}): SQL {
  return all([
    sql`e.name = ${`mail-${pattern.reaction}`}`,
    pattern.node === undefined ? undefined : ownSql({ node: pattern.node, passage }),
    pattern.mail === undefined ? undefined : orFalse(sql`e.mail_id = ${pattern.mail}`),
    pattern.link && orFalse(urlPatternSql(pattern.link)),
  ]);
}

function ownSql({ node, passage }: { node: NodeId; passage: PassageSql | undefined }): SQL {
  if (passage === undefined) return sql`false`;
  return orFalse(sql`(e.enrollment_id = ${passage.enrollment} and e.node = ${node})`);
}

/** Whether the event `e` tells that a hand-off came out so. */
export function handoffOutcomeSql(outcome: HandoffOutcome): SQL {
  switch (outcome) {
    case 'accepted':
    case 'rejected':
    case 'overdue':
      return sql`e.name = ${`handoff-${outcome}`}`;
    case 'met':
    case 'opportunity':
    case 'won':
    case 'lost':
      return sql`(e.name = 'handoff-closed' and coalesce(e.outcome = ${outcome}, false))`;
    default:
      return unreachable(outcome);
  }
}

function all(parts: readonly (SQL | undefined)[]): SQL {
  const present = parts.filter((part) => part !== undefined);
  return sql`(${sql.join(present, sql` and `)})`;
}

function orFalse(test: SQL): SQL {
  return sql`coalesce(${test}, false)`;
}
