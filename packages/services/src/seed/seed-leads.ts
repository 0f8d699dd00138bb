import { lead } from '@sodate/database/schema/lead';
import { mail } from '@sodate/database/schema/mail';
import { organisation } from '@sodate/database/schema/organisation';
import type { Language } from '@sodate/journey/text';
import { formatInstant, type Instant, plus } from '@sodate/journey/time/instant';
import { asc, count, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { ensureSampleMails } from '../mail/ensure-sample-mails.ts';
import { ensureScoreRules } from '../score/ensure-score-rules.ts';
import { seededRandom } from './random.ts';
import { storeBatch } from './store-batch.ts';

export const seedLeadsInput = z.object({
  leads: z.number().int().min(1).max(1_000_000),
});

const batchSize = 500;
const oldestDays = 76;

/**
 * Fills an installation with made-up Japanese companies, people and their past for demonstrations, in the language it
 * was set up in: all addresses end in `.example`, so no mail can reach anybody. What is there stays; the same start gives the same people. No journey
 * is entered. `progress` hears how many leads are stored. Batches of 500 are stored one by one, each whole.
 */
export async function seedLeads({
  context,
  input,
  progress = () => {},
}: {
  context: Context;
  input: z.output<typeof seedLeadsInput>;
  progress?: (stored: number) => void;
}): Promise<{ leads: number }> {
  const { database } = context;
  const now = context.clock.now();
  const language = await readLanguage({ context });
  await ensureScoreRules({ context, language });
  await ensureSampleMails({ context, language });
  await ensureOldPartitions({ context, since: plus(now, -oldestDays * 24 * 60 * 60 * 1_000) });
  const mails = await database
    .select({ id: mail.id })
    .from(mail)
    .where(isNull(mail.archivedAt))
    .orderBy(asc(mail.id))
    .limit(3);
  const [{ there } = { there: 0 }] = await database.select({ there: count() }).from(lead);
  let stored = 0;
  while (stored < input.leads) {
    const size = Math.min(batchSize, input.leads - stored);
    const first = there + stored;
    const random = seededRandom(first + 1);
    await storeBatch({ context, batch: { first, size, now, random, language, mails: mails.map(({ id }) => id) } });
    stored += size;
    progress(stored);
  }
  await analyse({ context });
  return { leads: stored };
}

async function readLanguage({ context }: { context: Context }): Promise<Language> {
  const [row] = await context.database.select({ language: organisation.language }).from(organisation);
  return row?.language ?? 'ja';
}

/** Months that the migration had no reason to make. */
async function ensureOldPartitions({ context, since }: { context: Context; since: Instant }): Promise<void> {
  await context.database.execute(
    sql`select ensure_event_partitions((${formatInstant(since)}::timestamptz at time zone 'UTC')::date, 3)`,
  );
}

/** Plans of the next queries must know that the tables are no longer empty. */
async function analyse({ context }: { context: Context }): Promise<void> {
  await context.database.execute(sql`analyze lead, company, visitor, event, consent, lead_score, thing`);
}
