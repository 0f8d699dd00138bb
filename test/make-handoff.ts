import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import type { Context } from '@sodate/services/context';
import { sql } from 'drizzle-orm';

export interface MadeHandoff {
  readonly dueAt: string;
  readonly state?: string;
  readonly answeredAt?: string;
  readonly owner?: string;
  readonly createdAt?: string;
  readonly metAt?: string;
  readonly closedAt?: string;
  readonly test?: boolean;
}

/** Leads and hand-offs as tests of Home want them, written past the verbs that would ask for a whole journey. */
export function makersFor({ context, calendar }: { context: Context; calendar: string }) {
  const makeLead = async ({ at, test = false }: { at: Instant; test?: boolean }): Promise<string> => {
    const [row] = await context.database.execute<{ id: string }>(sql`
      insert into lead (name, created_at, test) values ('石黒 美咲', ${formatInstant(at)}::timestamptz, ${test})
      returning id`);
    return row?.id ?? '';
  };
  const makeHandoff = async (made: MadeHandoff): Promise<void> => {
    const lead = await makeLead({ at: asInstant(0) });
    await context.database.execute(sql`
      insert into handoff (lead_id, state, follow_up, sla, calendar_id, due_at, accepted_at, score, created_at,
        owner_id, met_at, closed_at, test)
      values (${lead}, ${made.state ?? 'open'}, 'call', '{"amount":4,"unit":"business-hours"}'::jsonb, ${calendar},
        ${made.dueAt}::timestamptz, ${made.answeredAt ?? null}::timestamptz, 62,
        ${made.createdAt ?? '2026-11-19T01:00:00Z'}::timestamptz, ${made.owner ?? null}::uuid,
        ${made.metAt ?? null}::timestamptz, ${made.closedAt ?? null}::timestamptz, ${made.test ?? false})`);
  };
  return { makeLead, makeHandoff };
}
