import { type JourneyRow, version } from '@sodate/database/schema/journey';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { asId, type UserId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { requirePerson } from '../person/require-person.ts';
import { inTransaction } from '../transaction.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import type { journeyInput } from './journey-input.ts';
import { lockJourney } from './lock-journey.ts';
import { readPublishers } from './read-publishers.ts';

type Input = z.output<typeof journeyInput>;

export interface PublishAsked {
  /** The names of those who are asked. */
  readonly publishers: readonly string[];
  /** Since it was last published; null: nobody has asked. */
  readonly asked: { readonly at: Instant; readonly by: string } | null;
}

/**
 * Asks those who publish to bring a draft into force, in their notices: once, until they have. Asked again, it tells who
 * asked and when. @throws RequestError 'not-found'.
 */
export async function askToPublish({ context, input }: { context: Context; input: Input }): Promise<PublishAsked> {
  return inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    const before = await readStanding({ context: inner, row });
    if (before.asked !== null) return before;
    const publishers = await readPublishers(inner);
    if (publishers.length === 0) return before;
    const [asker] = await inner.database
      .select({ name: user.name })
      .from(user)
      .where(eq(user.id, requirePerson(inner)));
    const detail = { journey: row.name, by: asker?.name ?? '', asker: requirePerson(inner) };
    await inner.database
      .insert(notice)
      .values(publishers.map((userId) => ({ userId, kind: 'publish-asked' as const, detail, href: hrefOf(row) })));
    return readStanding({ context: inner, row });
  });
}

/** Whoever asked for it hears that it is done, unless they did it themselves. Call it before there is the new version. */
export async function tellWhoAskedToPublish({ context, row }: { context: Context; row: JourneyRow }): Promise<void> {
  const ids = [...(await readPublishers(context))];
  const asked = ids.length === 0 ? undefined : await findAsked({ context, row, ids });
  const asker = asked?.detail.asker;
  if (asker === undefined || (context.actor.kind === 'user' && context.actor.id === asker)) return;
  const detail = { journey: row.name };
  const userId = asId<'user'>(String(asker));
  await context.database.insert(notice).values({ userId, kind: 'publish-done', detail, href: hrefOf(row) });
}

/** Whom one would ask to publish, and whether it was asked. @throws RequestError 'not-found'. */
export async function readPublishAsked({ context, input }: { context: Context; input: Input }): Promise<PublishAsked> {
  const row = await findJourney({ context, id: input.journey });
  if (row === undefined) throw journeyMissing();
  return readStanding({ context, row });
}

async function readStanding({ context, row }: { context: Context; row: JourneyRow }): Promise<PublishAsked> {
  const { database } = context;
  const ids = [...(await readPublishers(context))];
  if (ids.length === 0) return { publishers: [], asked: null };
  const people = await database
    .select({ name: user.name })
    .from(user)
    .where(inArray(user.id, ids))
    .orderBy(asc(user.name));
  const asked = await findAsked({ context, row, ids });
  return {
    publishers: people.map(({ name }) => name),
    asked: asked === undefined ? null : { at: asked.at, by: String(asked.detail.by) },
  };
}

/** The latest request since it was last published, as these were told of it. */
async function findAsked({
  context: { database },
  row,
  ids,
}: {
  context: Context;
  row: JourneyRow;
  ids: readonly UserId[];
}) {
  const [published] = await database
    .select({ at: version.publishedAt })
    .from(version)
    .where(eq(version.journeyId, row.id))
    .orderBy(desc(version.number))
    .limit(1);
  const since = published === undefined ? undefined : gt(notice.at, published.at);
  const [asked] = await database
    .select({ at: notice.at, detail: notice.detail })
    .from(notice)
    .where(and(inArray(notice.userId, [...ids]), eq(notice.kind, 'publish-asked'), eq(notice.href, hrefOf(row)), since))
    .orderBy(desc(notice.id))
    .limit(1);
  return asked;
}

/** Where the notices of a journey lead, by which they are found again. */
function hrefOf({ id }: Pick<JourneyRow, 'id'>): string {
  return `/journeys/${id}`;
}
