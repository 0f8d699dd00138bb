import { writeKey } from '@sodate/database/schema/organisation';
import type { Context } from '../context.ts';

/** The browser key of the demo site, written into its pages. */
export const demoKey = 'demo';

/** Makes the demo site's key where it is missing; a revoked one stays revoked. */
export async function ensureDemoKey({ context }: { context: Context }): Promise<void> {
  await context.database.insert(writeKey).values({ key: demoKey, name: 'Demo', kind: 'browser' }).onConflictDoNothing();
}
