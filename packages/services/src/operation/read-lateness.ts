import { enrollment, step } from '@sodate/database/schema/enrollment';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface Lateness {
  /** Hops of the last hour that had something to wait for: a deadline, an event. At most the newest 50,000. */
  readonly hops: number;
  /** How long after its deadline or event a hop was made, in milliseconds; null without hops. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  readonly worstMs: number | null;
  /** Passages whose time has come and that nobody has looked at yet; counted up to 10,000. */
  readonly due: number;
  readonly dueSinceMs: number | null;
}

// Asked once: compared with each row, the clock could be found by no index, and all rows would be read.
const moment = sql`(select clock_timestamp())`;

const mostHops = 50_000;
const mostDue = 10_000;

/** How late leads are carried: what was in the last hour, and what is due right now. */
export async function readLateness({ context }: { context: Context }): Promise<Lateness> {
  const [hops] = await context.database.execute<Record<'hops' | 'median' | 'p95' | 'worst', string | null>>(sql`
    select count(*) as hops, percentile_cont(0.5) within group (order by late) as median,
      percentile_cont(0.95) within group (order by late) as p95, max(late) as worst
    from (
      select extract(epoch from ${step.at} - ${step.dueAt}) * 1000 as late from ${step}
      where ${step.writtenAt} > ${moment} - interval '1 hour' and ${step.at} > ${step.dueAt}
      order by ${step.writtenAt} desc limit ${mostHops}
    ) hops`);
  const [due] = await context.database.execute<Record<'due' | 'since', string | null>>(sql`
    select count(*) as due, extract(epoch from clock_timestamp() - min(look_at)) * 1000 as since
    from (
      select ${enrollment.lookAt} from ${enrollment}
      where ${enrollment.state} <> 'ended' and ${enrollment.lookAt} is not null
        and ${enrollment.lookAt} < ${moment} - interval '5 seconds'
      order by ${enrollment.lookAt} limit ${mostDue}
    ) due`);
  return {
    hops: Number(hops?.hops ?? 0),
    medianMs: numberOf(hops?.median),
    p95Ms: numberOf(hops?.p95),
    worstMs: numberOf(hops?.worst),
    due: Number(due?.due ?? 0),
    dueSinceMs: numberOf(due?.since),
  };
}

function numberOf(value: string | null | undefined): number | null {
  return value == null ? null : Math.round(Number(value));
}
