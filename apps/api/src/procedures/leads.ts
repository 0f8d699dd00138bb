import { listConsents, listConsentsInput } from '@sodate/services/consent/list-consents';
import { noteConsent, noteConsentInput } from '@sodate/services/consent/note-consent';
import { clearBounce } from '@sodate/services/lead/clear-bounce';
import { countLeads } from '@sodate/services/lead/count-leads';
import { createLead, createLeadInput } from '@sodate/services/lead/create-lead';
import { editLead, editLeadInput } from '@sodate/services/lead/edit-lead';
import { eraseLead } from '@sodate/services/lead/erase-lead';
import { findHandoffOf } from '@sodate/services/lead/find-handoff-of';
import { getLead, leadInput } from '@sodate/services/lead/get-lead';
import { leadFilterInput } from '@sodate/services/lead/lead-filter';
import { listLeads, listLeadsInput } from '@sodate/services/lead/list-leads';
import { listPassages } from '@sodate/services/lead/list-passages';
import { listRefusalsOfLead } from '@sodate/services/lead/list-refusals-of-lead';
import { mergeLeads } from '@sodate/services/lead/merge-leads';
import { mergeLeadsInput, previewMerge } from '@sodate/services/lead/preview-merge';
import { readInterests } from '@sodate/services/lead/read-interests';
import { readTalk } from '@sodate/services/lead/read-talk';
import { countTimeline, readTimeline, readTimelineInput } from '@sodate/services/lead/read-timeline';
import { getSentMail, getSentMailInput } from '@sodate/services/mail/get-sent-mail';
import { readScoreCurve } from '@sodate/services/score/read-score-curve';
import { z } from 'zod';
import { allow, router } from './procedure.ts';

const reading = allow('marketer', 'sales-manager', 'sales-rep', 'viewer');
const withPeople = allow('marketer', 'sales-manager', 'sales-rep');

/** Leads: the list, and one lead in full. Viewers get no personal data: the services leave it out. */
export const leadsRouter = router({
  list: reading.input(listLeadsInput).query(({ ctx, input }) => listLeads({ context: ctx.context, input })),
  count: reading
    .input(z.object({ filter: leadFilterInput }))
    .query(({ ctx, input }) => countLeads({ context: ctx.context, input })),
  get: reading.input(leadInput).query(({ ctx, input }) => getLead({ context: ctx.context, input })),
  /** Where sales work on it, for who may open that. */
  handoff: reading
    .input(leadInput)
    .query(({ ctx, input }) => findHandoffOf({ context: ctx.context, lead: input.lead })),
  /** What sales last noted of it, for who may open that. */
  talk: reading.input(leadInput).query(({ ctx, input }) => readTalk({ context: ctx.context, lead: input.lead })),
  timeline: reading.input(readTimelineInput).query(({ ctx, input }) => readTimeline({ context: ctx.context, input })),
  timelineCounts: reading.input(leadInput).query(({ ctx, input }) => countTimeline({ context: ctx.context, input })),
  /** What one lead was written is personal: viewers do not read it. */
  sentMail: withPeople.input(getSentMailInput).query(({ ctx, input }) => getSentMail({ context: ctx.context, input })),
  interests: reading.input(leadInput).query(({ ctx, input }) => readInterests({ context: ctx.context, input })),
  score: reading.input(leadInput).query(({ ctx, input }) => readScoreCurve({ context: ctx.context, input })),
  create: withPeople.input(createLeadInput).mutation(({ ctx, input }) => createLead({ context: ctx.context, input })),
  /** A rep: the card of leads of their own alone. */
  edit: withPeople.input(editLeadInput).mutation(({ ctx, input }) => editLead({ context: ctx.context, input })),
  consents: reading.input(listConsentsInput).query(({ ctx, input }) => listConsents({ context: ctx.context, input })),
  /** Whoever hears it records it (decision 018). */
  noteConsent: withPeople
    .input(noteConsentInput)
    .mutation(({ ctx, input }) => noteConsent({ context: ctx.context, input })),
  previewMerge: allow('marketer', 'sales-manager')
    .input(mergeLeadsInput)
    .query(({ ctx, input }) => previewMerge({ context: ctx.context, input })),
  merge: allow('marketer', 'sales-manager')
    .input(mergeLeadsInput)
    .mutation(({ ctx, input }) => mergeLeads({ context: ctx.context, ...input })),
  erase: allow('marketer')
    .input(leadInput)
    .mutation(({ ctx, input }) => eraseLead({ context: ctx.context, lead: input.lead })),
  clearBounce: allow('marketer', 'sales-manager')
    .input(leadInput)
    .mutation(({ ctx, input }) => clearBounce({ context: ctx.context, input })),
  refusals: reading.input(leadInput).query(({ ctx, input }) => listRefusalsOfLead({ context: ctx.context, input })),
  passages: reading.input(leadInput).query(({ ctx, input }) => listPassages({ context: ctx.context, input })),
});
