import { lead, visitor } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { z } from 'zod';
import { checkOwnFields } from '../attribute/check-own-fields.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { marketingTopic } from '../consent/marketing-topic.ts';
import { noteConsent, saidByLead } from '../consent/note-consent.ts';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { storeEvents } from '../event/store-events.ts';
import { readTestAddresses } from '../organisation/read-test-addresses.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { storeScores } from '../score/store-scores.ts';
import { inTransaction } from '../transaction.ts';
import { isTestAddress } from './is-test-address.ts';
import { leadFieldsInput, normaliseLeadFields } from './lead-fields.ts';
import { moveToCompany } from './move-to-company.ts';
import { refuseTaken } from './refuse-taken.ts';

export const createLeadInput = z.object({
  fields: leadFieldsInput,
  company: z.string().max(200).nullable().optional(),
  /** What it said of marketing mails, and where; left out where it was not asked. */
  consent: saidByLead.optional(),
});

/**
 * Makes a lead by hand: somebody met at a fair, a card on the desk. It needs a name or a mail address. A rep owns whom
 * they add.
 * @throws RequestError where it has neither, where a value does not fit, or where the lead is there already
 */
export async function createLead({
  context,
  input,
  origin = 'person',
}: {
  context: Context;
  input: z.output<typeof createLeadInput>;
  /** How we came by the lead, told in its history. */
  origin?: 'person' | 'import';
}): Promise<{ lead: LeadId }> {
  const fields = normaliseLeadFields(input.fields);
  if (!fields.name && !fields.email) {
    throw invalid({ ja: '氏名かメールアドレスを入れてください。', en: 'Give a name or an email address.' }, 'name');
  }
  return inTransaction({ context }, async (inner) => {
    await refuseTaken({ context: inner, email: fields.email, userId: fields.userId });
    const own = await checkOwnFields({ context: inner, of: 'lead', values: input.fields.own ?? {} });
    const attributes = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
    const email = typeof fields.email === 'string' ? fields.email : undefined;
    const testAddresses = await readTestAddresses({ context: inner });
    const test = email !== undefined && isTestAddress({ email, testAddresses });
    const { actor } = inner;
    const ownerId = actor.kind === 'user' && actor.role === 'sales-rep' ? actor.id : null;
    const [made] = await inner.database
      .insert(lead)
      .values({ ...fields, attributes, test, ownerId })
      .onConflictDoNothing()
      .returning({ id: lead.id });
    if (made === undefined) throw madeMeanwhile();
    await inner.database.insert(visitor).values({ leadId: made.id });
    await storeEvents({
      context: inner,
      events: [{ lead: made.id, name: 'lead-created', properties: { origin } }],
    });
    // An import leaves one line for all that it brings.
    if (origin === 'person') {
      await writeAudit({ context: inner, line: { action: 'lead-created', subject: 'lead', subjectId: made.id } });
    }
    if (input.company) {
      await moveToCompany({ context: inner, lead: made.id, company: input.company, isNew: true });
    }
    if (input.consent) {
      await noteConsent({ context: inner, input: { lead: made.id, topic: marketingTopic, ...input.consent } });
    }
    const rules = await readScoreRules({ context: inner });
    await storeScores({ context: inner, rules, leads: [made.id], now: context.clock.now() });
    return { lead: made.id };
  });
}

function madeMeanwhile() {
  return conflict({
    ja: 'ほかの人が同じリードを先に作りました。一覧から探してください。',
    en: 'Someone else has just made this lead. Look for it in the list.',
  });
}
