import { type BrokenLink, mail } from '@sodate/database/schema/mail';
import { sql } from 'drizzle-orm';

/** The links of a mail that led nowhere when they were last asked for; none where it was rewritten since. */
export const brokenLinksSql = sql<readonly BrokenLink[]>`
  case when ${mail.linkReport} ->> 'words' = ${mail.words} then ${mail.linkReport} -> 'broken' else '[]'::jsonb end`;
