import type { JourneyId, NodeId } from '@sodate/journey/id';
import { asInstant, formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';

export interface RecentMails {
  readonly sent: number;
  readonly withheld: number;
  /** Where most of them were withheld. */
  readonly withheldAt: NodeId | null;
}

/** For each live journey that sent or withheld a mail of late. */
export type RecentMailsByJourney = Readonly<Record<JourneyId, RecentMails>>;

const dayMs = 86_400_000;

const none: RecentMails = { sent: 0, withheld: 0, withheldAt: null };

const answer = keepAnswers<'all', RecentMailsByJourney>(byCost);

/** The mails that live journeys sent in the last seven days, and those that were not sent, whatever the reason. Test leads are left out. */
export async function countRecentMails({ context }: { context: Context }): Promise<RecentMailsByJourney> {
  return await answer({ context, key: 'all', work: () => countAll({ context }) });
}

interface Line extends Record<string, unknown> {
  readonly journey: JourneyId;
  readonly name: 'mail-sent' | 'mail-withheld';
  readonly node: NodeId | null;
  readonly count: number;
}

async function countAll({ context: { database, clock } }: { context: Context }): Promise<RecentMailsByJourney> {
  const since = formatInstant(asInstant(clock.now() - 7 * dayMs));
  const lines = await database.execute<Line>(sql`
    select e.journey_id as journey, e.name, e.node, count(*)::int as count
    from event e join journey j on j.id = e.journey_id join enrollment n on n.id = e.enrollment_id
    where e.name in ('mail-sent', 'mail-withheld') and e.stored_at > ${since}::timestamptz
      and j.state = 'live' and not n.test
    group by 1, 2, 3 order by count desc`);
  const counts: Record<JourneyId, RecentMails> = {};
  for (const { journey, name, node, count } of lines) {
    const old = counts[journey] ?? none;
    counts[journey] =
      name === 'mail-sent'
        ? { ...old, sent: old.sent + count }
        : { ...old, withheld: old.withheld + count, withheldAt: old.withheldAt ?? node };
  }
  return counts;
}
