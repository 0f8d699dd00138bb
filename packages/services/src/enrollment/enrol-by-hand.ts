import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import type { Text } from '@sodate/journey/text';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { readVersion } from '../engine/read-version.ts';
import { conflict, notFound } from '../errors.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { journeyMissing } from '../journey/find-journey.ts';
import { inTransaction } from '../transaction.ts';
import { type Enrolled, enrol } from './enrol.ts';
import type { enrolByHandInput } from './enrollment-input.ts';

/**
 * Lets one lead into a live journey by its trigger "added by hand". @throws RequestError 'not-found' or 'conflict',
 * which says why the lead does not enter.
 */
export async function enrolByHand({
  context,
  input,
}: {
  context: Context;
  input: z.infer<typeof enrolByHandInput>;
}): Promise<EnrollmentRow> {
  return inTransaction({ context }, async (inner) => {
    const [locked] = await lockLeads({ context: inner, leads: [input.lead] });
    if (!locked) throw leadMissing();
    const [row] = await inner.database.select().from(journey).where(eq(journey.id, input.journey));
    if (!row) throw journeyMissing();
    if (row.state !== 'live' || row.liveVersionId === null) throw refused('not-live');
    const { plan } = await readVersion({ context: inner, id: row.liveVersionId });
    const entry = plan.entries.find(({ trigger }) => trigger.kind === 'person');
    if (!entry) throw noDoor();
    const enrolled = await enrol({
      context: inner,
      lead: locked,
      version: row.liveVersionId,
      entry,
      event: null,
      priority: 'trigger',
    });
    if (enrolled.kind === 'refused') throw refused(enrolled.why);
    await writeAudit({
      context: inner,
      line: { action: 'lead-enrolled', subject: 'journey', subjectId: row.id, detail: { enrollment: enrolled.row.id } },
    });
    return enrolled.row;
  });
}

const reasons: Readonly<Record<Extract<Enrolled, { kind: 'refused' }>['why'], Text>> = {
  'not-live': {
    ja: 'このシナリオは公開中ではないので、入れられません。',
    en: 'This journey is not live, so nobody can enter it.',
  },
  deleted: { ja: '削除したリードは入れられません。', en: 'A deleted lead cannot enter.' },
  'already-in': { ja: 'このリードは、いまこのシナリオに参加しています。', en: 'This lead is in this journey now.' },
  'came-before': {
    ja: 'このリードは以前に参加しました。シナリオの設定の「同じ人がもう一度あてはまったとき」の決まりで、いまは入れません。',
    en: 'This lead has been here before, and “When a lead meets a trigger again” in the journey’s settings does not let it in now.',
  },
  'not-in-audience': {
    ja: 'このリードは、シナリオの対象の条件に合いません。',
    en: 'This lead does not fit the journey’s audience.',
  },
};

function refused(why: keyof typeof reasons) {
  return conflict(reasons[why], why === 'came-before' ? 'reentry' : undefined);
}

function noDoor() {
  return conflict({
    ja: 'このシナリオには「手で追加」きっかけがありません。きっかけを足して公開してください。',
    en: 'This journey has no trigger “Added by hand”. Add one and publish.',
  });
}

function leadMissing() {
  return notFound({ ja: 'リードが見つかりません。', en: 'This lead was not found.' });
}
