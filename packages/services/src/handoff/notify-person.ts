import { rightNow } from '@sodate/database/columns';
import { effect } from '@sodate/database/schema/enrollment';
import type { HandoffRow } from '@sodate/database/schema/handoff';
import { notice } from '@sodate/database/schema/organisation';
import type { UserId } from '@sodate/journey/id';
import { formatInstant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { handoffEffectKeyOf } from '../engine/effect-key.ts';
import { readMutedMails } from '../person/muted-mails.ts';
import type { HandoffEntryId } from './change-handoff.ts';
import { type HandoffNotice, mailChoiceOf } from './handoff-notices.ts';
import { hrefOf } from './href-of.ts';
import { whoseOf } from './whose-of.ts';

/** What the mail of a notice is made from, as the effect's config. */
export interface NoticeConfig {
  readonly user: string;
  readonly notice: HandoffNotice;
  /** The line of the log whose note they are told; erasure empties it there. */
  readonly entry?: HandoffEntryId;
  /** It was accepted before. */
  readonly passedOn?: boolean;
}

/**
 * Tells one of our people about a hand-off, in the caller's transaction: a line among their notices, and a mail that
 * its timer sends, unless they want none of this kind. Told once of each occasion, however often this is called.
 */
export async function notifyPerson({
  context,
  handoff,
  user,
  notice: kind,
  occasion = 1,
  entry,
}: {
  context: Context;
  handoff: HandoffRow;
  user: UserId;
  notice: HandoffNotice;
  /** Which time it is that this person is told this: once for each. */
  occasion?: number;
  entry?: HandoffEntryId;
}): Promise<void> {
  const told = entry === undefined ? {} : { entry };
  // Accepted before: it has no deadline any more.
  const passedOn = kind === 'assigned' && handoff.state !== 'open';
  const config: NoticeConfig = { user, notice: kind, ...told, ...(passedOn ? { passedOn } : {}) };
  const muted = (await readMutedMails({ context, person: user })).includes(mailChoiceOf(kind));
  const placed = await context.database
    .insert(effect)
    .values({
      key: handoffEffectKeyOf({
        handoff: handoff.id,
        notice: occasion === 1 ? `${kind}/${user}` : `${kind}/${user}/${occasion}`,
      }),
      handoffId: handoff.id,
      leadId: handoff.leadId,
      channel: 'mail',
      kind: 'notice',
      config: { ...config },
      ...(muted ? { state: 'dropped' as const, settledAt: rightNow } : { state: 'waiting' as const }),
    })
    .onConflictDoNothing()
    .returning({ key: effect.key });
  if (placed.length === 0) return;
  await context.database.insert(notice).values({
    userId: user,
    kind: `handoff-${kind}`,
    detail: {
      lead: handoff.leadId,
      ...dueOf({ handoff, kind, passedOn }),
      ...told,
      ...(kind === 'escalated' ? whoseOf(handoff) : {}),
    },
    href: hrefOf(handoff),
  });
}

/** Of one that was accepted before there is no deadline to tell. */
function dueOf({
  handoff,
  kind,
  passedOn,
}: {
  handoff: HandoffRow;
  kind: HandoffNotice;
  passedOn: boolean;
}): Readonly<Record<string, string>> {
  if (passedOn) return { passedOn: 'yes' };
  return kind === 'contact-due' || kind === 'noted' ? {} : { dueAt: formatInstant(handoff.dueAt) };
}
