import { type JourneyState, journey, version } from '@sodate/database/schema/journey';
import { mail, mailUse, mailVersion } from '@sodate/database/schema/mail';
import { asId, type JourneyId } from '@sodate/journey/id';
import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { idPageInput, type Page } from '../page.ts';
import { mailId } from './mail-input.ts';

export const listMailUsesInput = idPageInput.extend({
  id: mailId,
  /** Only journeys that run and send what the mail said before it was rewritten. */
  former: z.boolean().default(false),
});

export interface MailUse {
  readonly id: JourneyId;
  readonly name: string;
  readonly state: JourneyState;
  /** The number of the version that leads run on; null before the first publishing. */
  readonly version: number | null;
  readonly inDraft: boolean;
  readonly inLive: boolean;
  /** The live version sends what the mail said before it was rewritten. */
  readonly isFormer: boolean;
}

const isFormer = sql<boolean>`(${mailUse.sends} is not null and ${mailVersion.words} is distinct from ${mail.words})`;

/** Journeys that name a mail in their draft or their live version, the newest first; archived ones are left out. */
export async function listMailUses({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof listMailUsesInput>;
}): Promise<Page<MailUse>> {
  const { id, former, after, limit } = listMailUsesInput.parse(input);
  const found = await context.database
    .select({
      id: journey.id,
      name: journey.name,
      state: journey.state,
      version: version.number,
      inDraft: mailUse.inDraft,
      inLive: mailUse.inLive,
      isFormer,
    })
    .from(mailUse)
    .innerJoin(mail, eq(mail.id, mailUse.mailId))
    .innerJoin(journey, eq(journey.id, mailUse.journeyId))
    .leftJoin(version, eq(version.id, journey.liveVersionId))
    .leftJoin(mailVersion, eq(mailVersion.id, mailUse.sends))
    .where(
      and(
        eq(mailUse.mailId, asId(id)),
        isNull(journey.archivedAt),
        former ? and(isFormer, inArray(journey.state, ['live', 'paused'])) : undefined,
        after === undefined ? undefined : lt(mailUse.journeyId, asId(after)),
      ),
    )
    .orderBy(desc(mailUse.journeyId))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, ...(last === undefined ? {} : { next: last.id }) };
}
