import { rightNow } from '@sodate/database/columns';
import { enrollment } from '@sodate/database/schema/enrollment';
import type { EnrollmentId } from '@sodate/journey/id';
import { and, eq, ne } from 'drizzle-orm';
import { inTransaction } from '../transaction.ts';
import { crashPoint } from './crash-point.ts';
import type { EngineContext } from './engine-context.ts';
import { lockPassage } from './lock-passage.ts';
import { recordLanding } from './record-landing.ts';
import type { Landing } from './send-errand.ts';

/**
 * Records a landing although the hop that was to follow it has failed: what was sent must not be taken for unknown.
 * Never throws: where the database is away too, the lease runs out and the effect is listed.
 */
export async function recordAlone({
  context,
  enrollment: id,
  landing,
}: {
  context: EngineContext;
  enrollment: EnrollmentId;
  landing: Landing;
}): Promise<void> {
  try {
    await inTransaction({ context }, async (inner) => {
      const locked = await lockPassage({ context: inner, enrollment: id });
      if (!locked) return;
      await recordLanding({ context: inner, landing, now: locked.realNow });
      await inner.database
        .update(enrollment)
        .set({ lookAt: rightNow })
        .where(and(eq(enrollment.id, id), ne(enrollment.state, 'ended')));
      await crashPoint('record.before-commit');
    });
    await crashPoint('record.after-commit');
  } catch (error) {
    context.logger.error({ enrollment: id, effect: landing.key, error }, 'what became of a send was not recorded');
  }
}
