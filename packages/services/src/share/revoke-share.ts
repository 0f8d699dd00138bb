import { journeyShare } from '@sodate/database/schema/share';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import type { shareInput } from './share-input.ts';

/** From now on the link opens nothing. @throws RequestError 'not-found', also where it was revoked before. */
export async function revokeShare({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof shareInput>;
}): Promise<void> {
  const { journey, share } = input;
  await inTransaction({ context }, async (inner) => {
    const { actor, clock } = inner;
    const [row] = await inner.database
      .update(journeyShare)
      // What it showed is kept by nobody's wish any more.
      .set({ revokedAt: clock.now(), revokedBy: actor.kind === 'user' ? actor.id : null, graph: null })
      .where(and(eq(journeyShare.id, share), eq(journeyShare.journeyId, journey), isNull(journeyShare.revokedAt)))
      .returning({ id: journeyShare.id });
    if (row === undefined) throw shareMissing();
    const line = { action: 'share-revoked', subject: 'journey', subjectId: journey, detail: { share } };
    await writeAudit({ context: inner, line });
  });
}

function shareMissing() {
  return notFound({
    ja: 'この共有リンクはもうありません。一覧を読み込み直してください。',
    en: 'This link is no longer there. Reload the list.',
  });
}
