import { mark } from '@sodate/database/schema/enrollment';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../../../../test/database.ts';
import { testEngine } from '../../../../test/hosts/test-engine.ts';
import { advanceMark, checkMark } from './keep-mark.ts';
import type { WorkflowPort } from './workflow-port.ts';

/** Temporal as far as marks go. */
function marksOnly({ onAsk = async () => {} }: { onAsk?: () => Promise<void> } = {}) {
  const open = new Set<number>();
  const none = async () => {};
  const workflows: WorkflowPort = {
    start: none,
    nudge: none,
    close: none,
    startHandoff: none,
    nudgeHandoff: none,
    startMark: async ({ number }) => void open.add(number),
    closeMark: async ({ number }) => void open.delete(number),
    isMarkOpen: async ({ number }) => {
      await onAsk();
      return open.has(number);
    },
  };
  return { workflows, open };
}

it('takes a mark that another worker advanced meanwhile for well, and a restored database for what it is', async () => {
  const db = await createTestDatabase();
  const context = testEngine({ database: db.pool.database });
  let advanced = false;
  const { workflows, open } = marksOnly({
    onAsk: async () => {
      if (advanced) return;
      advanced = true;
      await advanceMark({ context, workflows });
    },
  });
  expect(await checkMark({ context, workflows })).toBe('well');
  expect(await checkMark({ context, workflows })).toBe('well');
  expect([...open]).toEqual([2]);
  const [row] = await context.database.select().from(mark);
  expect(row).toMatchObject({ number: 2, claimsBarredAt: null });
  await context.database.update(mark).set({ number: 1 });
  expect(await checkMark({ context, workflows })).toBe('database-restored');
  const [restored] = await context.database.select().from(mark);
  expect(restored?.claimsBarredAt).not.toBeNull();
  await db.drop();
});
