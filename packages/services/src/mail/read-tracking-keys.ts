import { secret } from '@sodate/database/schema/organisation';
import type { TrackingKeys } from '@sodate/mail/tracking/mail-token';
import { like } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { ensureSecret } from '../secret/ensure-secret.ts';

const prefix = 'tracking-';

/** The keys that sign links in mails; the first is made on first use. A row "tracking-2" replaces it for new mails. */
export async function readTrackingKeys({ context }: { context: Context }): Promise<TrackingKeys> {
  const rows = await context.database
    .select({ name: secret.name, value: secret.value })
    .from(secret)
    .where(like(secret.name, `${prefix}%`));
  if (rows.length > 0) return trackingKeysOf(rows);
  const name = `${prefix}1`;
  return trackingKeysOf([{ name, value: await ensureSecret({ context, name }) }]);
}

function trackingKeysOf(rows: readonly { readonly name: string; readonly value: string }[]): TrackingKeys {
  return new Map(rows.map(({ name, value }) => [Number(name.slice(prefix.length)), value]));
}
