import type { HandoffRow } from '@sodate/database/schema/handoff';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import type { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { readZone } from '../organisation/read-zone.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { assertNotClosed } from './find-answer.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { setNextContactInput } from './handoff-input.ts';
import { contactAt, contactBefore, isWorked, noContact, standingOf } from './next-contact.ts';

/**
 * Says when the lead of a hand-off that is being worked is contacted next, in place of what was said before, or (null)
 * that it is not. Its timer tells the owner when the time has come; it goes with the hand-off to another owner.
 * @throws RequestError 'not-found', 'forbidden' (another's), 'conflict' (not accepted, or closed), 'invalid' (in the past).
 */
export async function setNextContact({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof setNextContactInput>;
}): Promise<HandoffRow> {
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row, realNow } }) => {
    assertMayAnswer({ actor: inner.actor, row });
    await assertNotClosed({ context: inner, row });
    if (!isWorked(row)) throw notAccepted();
    if (input.contact === null) {
      if (row.nextContactAt === null) return row;
      await writeEntry({ context: inner, row, kind: 'contact-dropped', detail: contactBefore(row) });
      return writeHandoff({ context: inner, row, values: noContact });
    }
    const { note, time } = input.contact;
    const at = await measure({ context: inner, row, contact: input.contact, now: realNow });
    await writeEntry({
      context: inner,
      row,
      kind: 'contact-set',
      detail: {
        contactAt: formatInstant(at),
        ...(time === undefined ? {} : { contactTimed: 'yes' }),
        ...(note === '' ? {} : { note }),
      },
    });
    return writeHandoff({
      context: inner,
      row,
      values: {
        nextContactAt: at,
        nextContactTimed: time !== undefined,
        nextContactNote: note === '' ? null : note,
        // For today, once business has opened: whoever says so knows it already.
        nextContactToldAt: at <= realNow ? realNow : null,
      },
    });
  });
}

async function measure({
  context,
  row,
  contact: { date, time },
  now,
}: {
  context: Context;
  row: HandoffRow;
  contact: NonNullable<z.output<typeof setNextContactInput>['contact']>;
  now: Instant;
}): Promise<Instant> {
  const zone = await readZone({ context });
  const [calendar] = await readCalendars({ context, ids: [row.calendarId] });
  const at = contactAt({ date, time, zone, calendar });
  if (standingOf({ at, timed: time !== undefined, now, zone }) !== 'past') return at;
  throw invalid(
    {
      ja: '次の連絡は、これからの日時を選んでください。',
      en: 'Choose a day or a time for the next contact that is still to come.',
    },
    time === undefined ? 'contact.date' : 'contact.time',
  );
}

function notAccepted() {
  return conflict({
    ja: '次の連絡を決められるのは、受け付けてからです。',
    en: 'Accept the hand-off before you set the next contact.',
  });
}
