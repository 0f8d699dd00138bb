import { randomBytes } from 'node:crypto';
import { secret } from '@sodate/database/schema/organisation';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The installation's secret of this name: 32 random bytes as base64url, made on first use and then kept. */
export async function ensureSecret({ context, name }: { context: Context; name: string }): Promise<string> {
  const { database } = context;
  const value = randomBytes(32).toString('base64url');
  await database.insert(secret).values({ name, value }).onConflictDoNothing();
  const [row] = await database.select({ value: secret.value }).from(secret).where(eq(secret.name, name));
  if (row === undefined) throw new Error(`secret ${name} could not be stored`);
  return row.value;
}
