import { largestBody } from '@sodate/mail/compile/check-body';
import { z } from 'zod';
import { marketingTopic } from '../consent/marketing-topic.ts';

export const mailId = z.uuid();

/** What a marketer writes. The body may be as long as it likes here: the compiler says in words what is too long. */
export const mailContent = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['reply', 'marketing']),
  topic: z.string().trim().min(1).max(50).default(marketingTopic),
  subject: z.string().max(500),
  preview: z.string().max(500),
  body: z.string().max(largestBody * 2),
});

export type MailContent = z.infer<typeof mailContent>;
