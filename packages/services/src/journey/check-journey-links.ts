import { mail, mailUse } from '@sodate/database/schema/mail';
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { askSideBySide } from '../http/ask-side-by-side.ts';
import type { AskPage } from '../http/create-page-asker.ts';
import { checkLinksOf } from '../mail/check-links.ts';
import type { journeyInput } from './journey-input.ts';

/** Of silent hosts each costs some seconds; and nobody's site shall take us for an attack. */
const atOnce = 6;

/** Asks anew for the pages that the mails of a draft link to; what is not there is then among its problems. */
export async function checkJourneyLinks({
  context,
  input,
  ask,
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
  ask: AskPage;
}): Promise<{ readonly broken: number }> {
  const rows = await context.database
    .select(getTableColumns(mail))
    .from(mailUse)
    .innerJoin(mail, eq(mail.id, mailUse.mailId))
    .where(and(eq(mailUse.journeyId, input.journey), eq(mailUse.inDraft, true), isNull(mail.archivedAt)));
  const sideBySide = askSideBySide({ ask, atOnce });
  const found = await Promise.all(rows.map((row) => checkLinksOf({ context, row, ask: sideBySide })));
  return { broken: found.flat().length };
}
