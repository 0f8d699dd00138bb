import { randomBytes } from 'node:crypto';
import { writeKey } from '@sodate/database/schema/organisation';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { describeWriteKey, type ListedWriteKey } from './list-write-keys.ts';

const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/);

export const createWriteKeyInput = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['browser', 'server']),
  /** Hosts that a browser may write from: "aoba.example", "*.aoba.example", "localhost:3000"; none: any. */
  domains: z.array(host).max(50).default([]),
});

/** Makes a key that sites (browser) or systems (server) send events with. */
export async function createWriteKey({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof createWriteKeyInput>;
}): Promise<ListedWriteKey> {
  return inTransaction({ context }, async (inner) => {
    const key = randomBytes(18).toString('base64url');
    const [made] = await inner.database
      .insert(writeKey)
      .values({ ...input, key })
      .returning();
    if (made === undefined) throw new Error('a write key could not be stored');
    const detail = { name: input.name, kind: input.kind };
    const line = { action: 'write-key-created', subject: 'write-key', subjectId: made.id, detail };
    await writeAudit({ context: inner, line });
    return describeWriteKey({ context, row: made });
  });
}
