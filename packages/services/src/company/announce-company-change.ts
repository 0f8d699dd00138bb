import { companyChange } from '@sodate/database/schema/lead';
import type { CompanyId, LeadId } from '@sodate/journey/id';
import type { Context } from '../context.ts';

/**
 * Notes, in the transaction that changes a company, that its leads are to hear of it: each gets one event, written by
 * the batch. `except`: the lead whose event the caller writes itself.
 */
export async function announceCompanyChange({
  context,
  company,
  attributes,
  except,
}: {
  context: Context;
  company: CompanyId;
  attributes: readonly string[];
  except?: LeadId;
}): Promise<void> {
  if (attributes.length === 0) return;
  await context.database.insert(companyChange).values({ companyId: company, attributes, except: except ?? null });
}
