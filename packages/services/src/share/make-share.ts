import { randomBytes } from 'node:crypto';
import { journeyShare } from '@sodate/database/schema/share';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';
import { findJourney, journeyMissing } from '../journey/find-journey.ts';
import { inTransaction } from '../transaction.ts';
import { hashShareToken } from './find-share.ts';
import type { makeShareInput, ShareId } from './share-input.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Makes a link by which anybody reads the journey without signing in. The address is told this once: only a hash of its
 * token is kept. @throws RequestError 'not-found', or 'invalid' where nothing has been published that could be shown.
 */
export async function makeShare({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof makeShareInput>;
}): Promise<{ readonly id: ShareId; readonly link: string; readonly expiresAt: Instant | null }> {
  const { shows, withCounts, days } = input;
  const token = randomBytes(32).toString('base64url');
  const now = context.clock.now();
  const expiresAt = days === null ? null : asInstant(now + days * dayMs);
  const id = await inTransaction({ context }, async (inner) => {
    const row = await findJourney({ context: inner, id: input.journey });
    if (row === undefined) throw journeyMissing();
    if (shows === 'published' && row.liveVersionId === null) throw nothingPublished();
    const [made] = await inner.database
      .insert(journeyShare)
      .values({
        journeyId: row.id,
        tokenHash: hashShareToken(token),
        shows,
        graph: shows === 'draft' ? row.draft : null,
        withCounts,
        expiresAt,
        createdBy: inner.actor.kind === 'user' ? inner.actor.id : null,
        createdAt: now,
      })
      .returning({ id: journeyShare.id });
    if (made === undefined) throw new Error('the link was not stored');
    const detail = { share: made.id, shows, withCounts, days };
    await writeAudit({ context: inner, line: { action: 'share-made', subject: 'journey', subjectId: row.id, detail } });
    return made.id;
  });
  return { id, link: `${context.publicUrl}/share/${token}`, expiresAt };
}

function nothingPublished() {
  return invalid(
    {
      ja: 'まだ公開していないので、公開版は見せられません。「今の下書き」を選んでください。',
      en: 'Nothing has been published yet. Choose the draft as it stands now.',
    },
    'shows',
  );
}
