import { documentFollowUp } from './document-follow-up.ts';
import { documentRequest } from './document-request.ts';
import { dormantLead } from './dormant-lead.ts';
import { firstReply } from './first-reply.ts';
import { priceVisit } from './price-visit.ts';
import type { Template, TemplateId } from './template.ts';
import { webinarFollowUp } from './webinar-follow-up.ts';

/** In the order in which they are offered. */
export const builtInTemplates = {
  'document-request': documentRequest,
  'document-follow-up': documentFollowUp,
  'first-reply': firstReply,
  'price-visit': priceVisit,
  'webinar-follow-up': webinarFollowUp,
  'dormant-lead': dormantLead,
} as const satisfies Record<TemplateId, Template>;
