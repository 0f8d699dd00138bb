import { type HandoffRow, handoff } from '@sodate/database/schema/handoff';
import { journey } from '@sodate/database/schema/journey';
import { team } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { EnrollmentId, HandoffId, JourneyId } from '@sodate/journey/id';
import type { Score, ScoreReason } from '@sodate/journey/score/score-rule';
import type { Text } from '@sodate/journey/text';
import { asInstant, formatInstant, type Instant, type Milliseconds } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { getLead, type LeadDetail } from '../lead/get-lead.ts';
import { type Interests, readInterests } from '../lead/read-interests.ts';
import { countTimeline, readTimeline, type TimelineEvent } from '../lead/read-timeline.ts';
import { readZone } from '../organisation/read-zone.ts';
import { awayNow } from '../person/away-now.ts';
import type { DaysAway } from '../person/is-away-on.ts';
import { readScore } from '../score/read-score.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { type ContactChoice, contactChoices } from './contact-choices.ts';
import { findAssignment, whyKept } from './find-assignment.ts';
import { findGoneOwner } from './find-gone-owner.ts';
import { type ActKind, findLastAct } from './find-last-act.ts';
import { findLastForm } from './find-last-form.ts';
import { findLastSign, signs } from './find-last-sign.ts';
import { findNoteReader, type NoteReader } from './find-note-reader.ts';
import { findWish, type Wish } from './find-wish.ts';
import { assertMaySee, mayAnswer, mayGiveBack, mayReassign } from './handoff-access.ts';
import { type handoffInput, handoffMissing } from './handoff-input.ts';
import { type ListedEntry, listEntries } from './list-entries.ts';
import type { HandoffOwner } from './list-handoffs.ts';
import { listMailsOf, type ReadMail } from './list-mails-of.ts';
import { listWithheldMailsOf, type WithheldMail } from './list-withheld-mails-of.ts';
import { measureLateness } from './measure-lateness.ts';
import { type MeasuredSla, measureSla } from './measure-sla.ts';
import { isWorked, type NextContact, toNextContact } from './next-contact.ts';
import { type JourneyNow, readJourneyNow } from './read-journey-now.ts';
import { reasonsOf } from './reasons-of.ts';
import { suggestTalk, type TalkingPoint } from './suggest-talk.ts';
import { canUndo } from './undo-answer.ts';

/** All that a rep should know before the first call, readable in a minute. */
export interface Brief extends MeasuredSla {
  readonly id: HandoffId;
  readonly state: HandoffRow['state'];
  readonly closeReason: HandoffRow['closeReason'];
  readonly outcomeNote: string | null;
  readonly owner: HandoffOwner | null;
  readonly team: string | null;
  readonly followUp: string;
  readonly questions: readonly string[];
  /** In the hand-off's own time. */
  readonly dueAt: string;
  readonly overdue: boolean;
  /** Open time from the deadline to the first answer: 0 in time, null without an answer. */
  readonly lateMs: Milliseconds | null;
  readonly acceptedAt: string | null;
  readonly metAt: string | null;
  readonly closedAt: string | null;
  readonly createdAt: string;
  /** When the lead is contacted next, and the days for it that are one tap away. */
  readonly nextContact: NextContact | null;
  readonly contactChoices: readonly ContactChoice[];
  /** Whom a note of this reader reaches. */
  readonly noteReader: Pick<NoteReader, 'name' | 'owner'> | null;
  readonly test: boolean;
  /** What went wrong where its deadline is not watched over. */
  readonly stuckWhy: Text | null;
  readonly journey: { readonly id: JourneyId; readonly name: string } | null;
  readonly enrollment: EnrollmentId | null;
  readonly journeyNow: JourneyNow | null;
  /** The score when it was handed over, and what gave it. */
  readonly scoreThen: number;
  readonly reasonsThen: readonly ScoreReason[];
  readonly lead: LeadDetail;
  readonly score: Score;
  /** For how many days what a lead did counts. */
  readonly scoreDays: number;
  readonly interests: Interests;
  readonly wish: Wish | null;
  /** The last form in which the lead wrote anything. */
  readonly lastForm: TimelineEvent | null;
  /** It sent a form, and wrote nothing into any. */
  readonly sentEmptyForm: boolean;
  /** What the lead did last of its own accord. */
  readonly lastSign: TimelineEvent | null;
  readonly talk: readonly TalkingPoint[];
  /** The latest of the lead's history; its page has all. */
  readonly recent: readonly TimelineEvent[];
  /** How many there are in all. */
  readonly events: number;
  readonly mails: readonly ReadMail[];
  /** Those that were not sent. */
  readonly withheld: readonly WithheldMail[];
  /** Whether the history tells of any mail: of some, what stood in them was not kept. */
  readonly hadMails: boolean;
  /** The log of conversations, oldest first. */
  readonly entries: readonly ListedEntry[];
  /** `undo` names what can be taken back. */
  readonly may: {
    readonly answer: boolean;
    readonly reassign: boolean;
    readonly giveBack: boolean;
    readonly undo: ActKind | null;
    /** The change of owner that one made oneself. */
    readonly undoReassign: boolean;
  };
  /** By name, who had it before such a change and was deactivated since: that is why it cannot be taken back. */
  readonly goneOwner: string | null;
}

const mostRecent = 12;
/** Of what the lead did itself: that lies before whatever sales have noted since, however much it is. */
const mostSigns = 60;

/** One hand-off's brief in one call. @throws RequestError 'not-found', 'forbidden' (a rep, and it is not theirs). */
export async function readBrief({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<Brief> {
  const found = await findHandoff({ context, id: input.handoff });
  const { row } = found;
  const { actor } = context;
  const now = context.clock.now();
  const act = await findLastAct({ context, row });
  const undo = act !== undefined && canUndo({ actor, row, act, realNow: now }) ? act.kind : null;
  // Whoever gave it back sees it as long as that may have been a slip.
  if (undo === null) assertMaySee({ actor, row });
  const given = mayReassign(actor) ? await findAssignment({ context, row }) : undefined;
  const ownChange = given !== undefined && whyKept({ actor, row, given, realNow: now }) === undefined;
  const goneOwner = ownChange ? ((await findGoneOwner({ context, given })) ?? null) : null;
  const undoReassign = ownChange && goneOwner === null;
  const of = { context, input: { lead: row.leadId } };
  const [lead, interests, score, rules, recent, acts, counts, mails, withheld, entries, sla, journeyNow, noteReader] =
    await Promise.all([
      getLead(of),
      readInterests({ ...of, since: row.createdAt }),
      readScore({ context, lead: row.leadId, now }),
      readScoreRules({ context }),
      readTimeline({ context, input: { ...of.input, limit: mostRecent } }),
      readTimeline({ context, input: { ...of.input, limit: mostSigns }, only: signs }),
      countTimeline(of),
      listMailsOf({ context, lead: row.leadId }),
      listWithheldMailsOf({ context, lead: row.leadId }),
      listEntries({ context, handoff: row.id }),
      measure({ context, row, now, away: { from: found.awayFrom, until: found.awayUntil } }),
      readJourneyNow({ context, row }),
      findNoteReader({ context, row }),
    ]);
  const lastForm = findLastForm(acts.rows);
  return {
    ...factsOf(found),
    ...sla,
    journeyNow,
    noteReader: noteReader === undefined ? null : { name: noteReader.name, owner: noteReader.owner },
    overdue: row.state === 'open' && sla.leftMs < 0,
    lead,
    score,
    scoreDays: rules.windowDays,
    interests,
    wish: findWish(acts.rows) ?? null,
    lastForm: lastForm ?? null,
    sentEmptyForm:
      lastForm === undefined && acts.rows.some(({ name, retracted }) => name === 'form-submitted' && !retracted),
    lastSign: findLastSign(acts.rows) ?? null,
    talk: suggestTalk({ interests, recent: acts.rows }),
    recent: recent.rows,
    events: Object.values(counts).reduce((sum, count) => sum + count, 0),
    mails,
    withheld,
    hadMails: counts.mail > withheld.length,
    entries,
    may: {
      answer: mayAnswer({ actor, row }),
      reassign: mayReassign(actor),
      giveBack: mayGiveBack({ actor, row }),
      // Of both, the last: an answer given since stands in the way of the other.
      undo: undoReassign ? null : undo,
      undoReassign,
    },
    goneOwner,
  };
}

async function findHandoff({ context, id }: { context: Context; id: HandoffId }) {
  const [found] = await context.database
    .select({
      row: handoff,
      owner: user.name,
      ownerLeft: user.banned,
      ownerAway: awayNow(context),
      awayFrom: user.absentFrom,
      awayUntil: user.absentUntil,
      team: team.name,
      journey: journey.name,
    })
    .from(handoff)
    .leftJoin(user, eq(user.id, handoff.ownerId))
    .leftJoin(team, eq(team.id, handoff.teamId))
    .leftJoin(journey, eq(journey.id, handoff.journeyId))
    .where(eq(handoff.id, id));
  if (!found) throw handoffMissing();
  return found;
}

function factsOf({ row, team: teamName, journey: name, ...found }: Awaited<ReturnType<typeof findHandoff>>) {
  const { owner, ownerLeft, ownerAway } = found;
  return {
    id: row.id,
    state: row.state,
    closeReason: row.closeReason,
    outcomeNote: row.outcomeNote,
    owner:
      row.ownerId === null
        ? null
        : { id: row.ownerId, name: owner ?? '', left: ownerLeft ?? false, away: ownerAway ?? false },
    team: teamName,
    followUp: row.followUp,
    questions: row.questions,
    dueAt: formatInstant(row.dueAt),
    acceptedAt: isoOrNull(row.acceptedAt),
    metAt: isoOrNull(row.metAt),
    closedAt: isoOrNull(row.closedAt),
    createdAt: formatInstant(row.createdAt),
    test: row.test,
    stuckWhy: row.stuckWhy,
    journey: row.journeyId === null ? null : { id: row.journeyId, name: name ?? '' },
    enrollment: row.enrollmentId,
    scoreThen: row.score,
    reasonsThen: reasonsOf(row),
  };
}

interface Measured {
  context: Context;
  row: HandoffRow;
  now: Instant;
  away: DaysAway;
}

async function measure({ context, row, now, away }: Measured) {
  const [calendar] = await readCalendars({ context, ids: [row.calendarId] });
  const zone = await readZone({ context });
  const { nextContactAt: at, nextContactTimed: timed, nextContactNote: note } = row;
  return {
    ...measureSla({ row, calendar, now }),
    lateMs: measureLateness({ row, calendar }),
    nextContact: toNextContact({ stored: { at, timed, note }, now, zone }),
    contactChoices: isWorked(row) ? contactChoices({ now, zone, calendar, away }) : [],
  };
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(asInstant(at));
}
