import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { storeEvents } from '@sodate/services/event/store-events';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { expect, vi } from 'vitest';
import type { FaultHost } from '../start-fault-host.ts';

/** Every other lead looks at the prices once it listens; the others let the time pass. Ends when all of them have ended. */
export async function visitUntilEnded({
  host: { context },
  rows,
  withinMs = 60_000,
}: {
  host: FaultHost;
  rows: readonly EnrollmentRow[];
  withinMs?: Milliseconds;
}): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const visiting = new Set(ids.filter((_, index) => index % 2 === 0));
  await vi.waitFor(
    async () => {
      const listening = await context.database
        .select({ id: enrollment.id, lead: enrollment.leadId })
        .from(enrollment)
        .where(and(inArray(enrollment.id, ids), eq(enrollment.op, asId('listen')), eq(enrollment.state, 'resting')));
      for (const { id, lead } of listening) {
        if (!visiting.delete(id)) continue;
        const thing = { kind: 'page', key: 'example.jp/price', path: '/price' } as const;
        await storeEvents({ context, events: [{ lead, name: 'page-viewed', thing }] });
      }
      const open = await context.database.$count(
        enrollment,
        and(inArray(enrollment.id, ids), ne(enrollment.state, 'ended')),
      );
      expect(open).toBe(0);
    },
    { timeout: withinMs, interval: 200 },
  );
}
