import { secret } from '@sodate/database/schema/organisation';
import type { TrackingKeys } from '@sodate/mail/tracking/mail-token';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { ensureSecret } from '../secret/ensure-secret.ts';

const prefix = 'tracking-';

/** The stored keys by name; null: none was made yet. */
export type TrackingSecrets = Readonly<Record<string, string>> | null;

/** The stored keys as one value, for a query that reads other things too. */
export function trackingSecretsSql(): SQL<TrackingSecrets> {
  return sql<TrackingSecrets>`(select json_object_agg(${secret.name}, ${secret.value}) from ${secret}
    where ${secret.name} like ${sql.raw(`'${prefix}%'`)})`;
}

/** The keys that sign links in mails; the first is made on first use. A row "tracking-2" replaces it for new mails. */
export async function readTrackingKeys({ context }: { context: Context }): Promise<TrackingKeys> {
  const [row] = await context.database.execute<{ secrets: TrackingSecrets }>(
    sql`select ${trackingSecretsSql()} as secrets`,
  );
  return ensureTrackingKeys({ context, secrets: row?.secrets ?? null });
}

/** The same of what was read already. */
export async function ensureTrackingKeys({
  context,
  secrets,
}: {
  context: Context;
  secrets: TrackingSecrets;
}): Promise<TrackingKeys> {
  if (secrets !== null) return trackingKeysOf(secrets);
  const name = `${prefix}1`;
  return trackingKeysOf({ [name]: await ensureSecret({ context, name }) });
}

function trackingKeysOf(secrets: NonNullable<TrackingSecrets>): TrackingKeys {
  return new Map(Object.entries(secrets).map(([name, value]) => [Number(name.slice(prefix.length)), value]));
}
