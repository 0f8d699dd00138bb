import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { barClaims } from '../engine/bar-claims.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Somebody put stores back by hand: no mail and no call goes out until a person releases the sends. What is in the air
 * lands. Gives false where they are on hold already.
 */
export async function holdSends({ context }: { context: Context }): Promise<boolean> {
  return inTransaction({ context }, async (inner) => {
    const held = await barClaims({ context: inner, why: 'by-hand' });
    if (held) await writeAudit({ context: inner, line: { action: 'sends-held', subject: 'mark', subjectId: '1' } });
    return held;
  });
}
