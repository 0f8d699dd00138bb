import { effect } from '@sodate/database/schema/enrollment';
import { sql } from 'drizzle-orm';

/**
 * SQL: a send on which a person has to say a word: its fate is unknown, it went out twice, or it failed when a person
 * had it sent once more. The index `effect_ambiguous` holds exactly these.
 */
export const awaitsWord = sql`(${effect.state} = 'ambiguous' or ${effect.doubled}
  or (${effect.state} = 'failed' and ${effect.repeatAskedAt} is not null))`;
