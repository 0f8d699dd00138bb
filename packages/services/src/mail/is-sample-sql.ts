import { mail } from '@sodate/database/schema/mail';
import { languages } from '@sodate/journey/text';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { sampleMails } from './sample-mails.ts';

const sampleNames = languages.flatMap((language) => sampleMails({ language, site: '' })).map(({ name }) => name);

/** Whether a mail came with Sodate and nobody has changed it yet. */
export const isSampleSql = sql<boolean>`(${and(eq(mail.updatedAt, mail.createdAt), inArray(mail.name, sampleNames))})`;
