import { addComment, addCommentInput } from '@sodate/services/journey/add-comment';
import { announcePresence, announcePresenceInput } from '@sodate/services/journey/announce-presence';
import { applyCommands, applyCommandsInput } from '@sodate/services/journey/apply-commands';
import { archiveJourney, archiveJourneyInput } from '@sodate/services/journey/archive-journey';
import { askToPublish, readPublishAsked } from '@sodate/services/journey/ask-to-publish';
import { pauseJourney, resumeInput, resumeJourney, stopJourney } from '@sodate/services/journey/change-journey-state';
import { checkJourneyLinks } from '@sodate/services/journey/check-journey-links';
import { commentInput } from '@sodate/services/journey/comment-input';
import { countPages, countPagesInput } from '@sodate/services/journey/count-pages';
import { createJourney, createJourneyInput } from '@sodate/services/journey/create-journey';
import { foretellMailing, foretellMailingInput } from '@sodate/services/journey/foretell-mailing';
import { getJourney } from '@sodate/services/journey/get-journey';
import { holdNode, nodeInput } from '@sodate/services/journey/hold-node';
import { journeyInput } from '@sodate/services/journey/journey-input';
import { listComments, listCommentsInput } from '@sodate/services/journey/list-comments';
import { listJourneys, listJourneysInput } from '@sodate/services/journey/list-journeys';
import { listJourneysByHand, listJourneysByHandInput } from '@sodate/services/journey/list-journeys-by-hand';
import { listNodeResults, listNodeResultsInput } from '@sodate/services/journey/list-node-results';
import { listPeople, listPeopleInput } from '@sodate/services/journey/list-people';
import { listRefusals, listRefusalsInput } from '@sodate/services/journey/list-refusals';
import { listRivals } from '@sodate/services/journey/list-rivals';
import { listTemplates } from '@sodate/services/journey/list-templates';
import { publishInput, publishJourney } from '@sodate/services/journey/publish-journey';
import { documentInput, readDocument } from '@sodate/services/journey/read-document';
import { documentMailInput, readDocumentMail } from '@sodate/services/journey/read-document-mail';
import { readDraft } from '@sodate/services/journey/read-draft';
import { firstMailsInput, readFirstMails } from '@sodate/services/journey/read-first-mails';
import { readNodeCounts } from '@sodate/services/journey/read-node-counts';
import { nodeResultsInput, readNodeResults } from '@sodate/services/journey/read-node-results';
import { pagesSeenInput, readPagesSeen } from '@sodate/services/journey/read-pages-seen';
import { readPublishPlan } from '@sodate/services/journey/read-publish-plan';
import { readSurroundings } from '@sodate/services/journey/read-surroundings';
import { readTemplate, templateName } from '@sodate/services/journey/read-template';
import { readToldPublishers } from '@sodate/services/journey/read-told-publishers';
import { readTrial, trialInput } from '@sodate/services/journey/read-trial';
import { releaseNode } from '@sodate/services/journey/release-node';
import { removeComment } from '@sodate/services/journey/remove-comment';
import { renameJourney, renameJourneyInput } from '@sodate/services/journey/rename-journey';
import { resolveComment, resolveCommentInput } from '@sodate/services/journey/resolve-comment';
import { watchDraft } from '@sodate/services/journey/watch-draft';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { getAskPage } from './ask-page.ts';
import { allow, router } from './procedure.ts';

const watchInput = journeyInput.extend({
  base: z.int32().min(0),
  /** The browser tab: it counts as gone when its stream ends. */
  clientId: z.string().min(1).max(64).optional(),
  /** Sent by the browser when it comes back after a break: the last revision that it got. */
  lastEventId: z.coerce.number().int().min(0).optional(),
});

/** Journeys: their list, their drafts, the numbers on their canvas. */
export const journeysRouter = router({
  list: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(listJourneysInput)
    .query(({ ctx, input }) => listJourneys({ context: ctx.context, input })),
  listByHand: allow('marketer', 'sales-manager', 'sales-rep')
    .input(listJourneysByHandInput)
    .query(({ ctx, input }) => listJourneysByHand({ context: ctx.context, input })),
  firstMails: allow('marketer', 'sales-manager', 'sales-rep')
    .input(firstMailsInput)
    .query(({ ctx, input }) => readFirstMails({ context: ctx.context, input })),
  foretellMailing: allow('marketer', 'sales-manager', 'sales-rep')
    .input(foretellMailingInput)
    .query(({ ctx, input }) => foretellMailing({ context: ctx.context, input })),
  get: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(journeyInput)
    .query(({ ctx, input }) => getJourney({ context: ctx.context, input })),
  create: allow('marketer')
    .input(createJourneyInput)
    .mutation(({ ctx, input }) => createJourney({ context: ctx.context, input })),
  rename: allow('marketer')
    .input(renameJourneyInput)
    .mutation(({ ctx, input }) => renameJourney({ context: ctx.context, input })),
  archive: allow('marketer')
    .input(archiveJourneyInput)
    .mutation(({ ctx, input }) => archiveJourney({ context: ctx.context, input })),
  draft: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(journeyInput)
    .query(({ ctx, input }) => readDraft({ context: ctx.context, input })),
  document: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(documentInput)
    .query(({ ctx, input }) => readDocument({ context: ctx.context, input })),
  documentMail: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(documentMailInput)
    .query(({ ctx, input }) => readDocumentMail({ context: ctx.context, input })),
  applyCommands: allow('marketer', 'sales-manager')
    .input(applyCommandsInput)
    .mutation(({ ctx, input }) => applyCommands({ context: ctx.context, input })),
  toldPublishers: allow('marketer', 'sales-manager')
    .input(journeyInput)
    .query(({ ctx, input }) => readToldPublishers({ context: ctx.context, input })),
  publishAsked: allow('marketer', 'sales-manager')
    .input(journeyInput)
    .query(({ ctx, input }) => readPublishAsked({ context: ctx.context, input })),
  askToPublish: allow('marketer', 'sales-manager')
    .input(journeyInput)
    .mutation(({ ctx, input }) => askToPublish({ context: ctx.context, input })),
  watchDraft: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(watchInput)
    .subscription(async function* ({ ctx, input, signal }) {
      let base = Math.max(input.base, input.lastEventId ?? 0);
      const until = signal ?? new AbortController().signal;
      for await (const one of watchDraft({ context: ctx.context, input: { ...input, base }, signal: until })) {
        if (one.kind === 'draft') base = one.news.revision;
        yield tracked(String(base), one);
      }
    }),
  present: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(announcePresenceInput)
    .mutation(({ ctx, input }) => announcePresence({ context: ctx.context, input })),
  comments: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(listCommentsInput)
    .query(({ ctx, input }) => listComments({ context: ctx.context, input })),
  addComment: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(addCommentInput)
    .mutation(({ ctx, input }) => addComment({ context: ctx.context, input })),
  resolveComment: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(resolveCommentInput)
    .mutation(({ ctx, input }) => resolveComment({ context: ctx.context, input })),
  removeComment: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(commentInput)
    .mutation(({ ctx, input }) => removeComment({ context: ctx.context, input })),
  rivals: allow('marketer')
    .input(journeyInput)
    .query(({ ctx, input }) => listRivals({ context: ctx.context, input })),
  checkLinks: allow('marketer')
    .input(journeyInput)
    .mutation(({ ctx, input }) => checkJourneyLinks({ context: ctx.context, input, ask: getAskPage(ctx) })),
  publishPlan: allow('marketer')
    .input(journeyInput)
    .query(({ ctx, input }) => readPublishPlan({ context: ctx.context, input })),
  publish: allow('marketer')
    .input(publishInput)
    .mutation(async ({ ctx, input }) => {
      const { number } = await publishJourney({ context: ctx.context, input });
      return { version: number };
    }),
  pause: allow('marketer')
    .input(journeyInput)
    .mutation(({ ctx, input }) => pauseJourney({ context: ctx.context, input })),
  resume: allow('marketer')
    .input(resumeInput)
    .mutation(({ ctx, input }) => resumeJourney({ context: ctx.context, input })),
  stop: allow('marketer')
    .input(journeyInput)
    .mutation(({ ctx, input }) => stopJourney({ context: ctx.context, input })),
  holdNode: allow('marketer', 'sales-manager')
    .input(nodeInput)
    .mutation(({ ctx, input }) => holdNode({ context: ctx.context, input })),
  releaseNode: allow('marketer', 'sales-manager')
    .input(nodeInput)
    .mutation(({ ctx, input }) => releaseNode({ context: ctx.context, input })),
  counts: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(journeyInput)
    .query(({ ctx, input }) => readNodeCounts({ context: ctx.context, input })),
  people: allow('marketer', 'sales-manager', 'sales-rep')
    .input(listPeopleInput)
    .query(({ ctx, input }) => listPeople({ context: ctx.context, input })),
  nodeResults: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(nodeResultsInput)
    .query(({ ctx, input }) => readNodeResults({ context: ctx.context, input })),
  listNodeResults: allow('marketer', 'sales-manager', 'sales-rep')
    .input(listNodeResultsInput)
    .query(({ ctx, input }) => listNodeResults({ context: ctx.context, input })),
  refusals: allow('marketer', 'sales-manager', 'sales-rep')
    .input(listRefusalsInput)
    .query(({ ctx, input }) => listRefusals({ context: ctx.context, input })),
  surroundings: allow('marketer', 'sales-manager', 'sales-rep', 'viewer').query(async ({ ctx }) => {
    // Many, and only needed to find problems: pickers ask for the pages that they offer.
    const { pages: _pages, ...others } = await readSurroundings({ context: ctx.context });
    return others;
  }),
  /** Paths of pages seen, for pickers. */
  pagesSeen: allow('marketer', 'sales-manager')
    .input(pagesSeenInput)
    .query(({ ctx, input }) => readPagesSeen({ context: ctx.context, input })),
  /** How many pages seen fit a pattern. */
  countPages: allow('marketer', 'sales-manager')
    .input(countPagesInput)
    .query(({ ctx, input }) => countPages({ context: ctx.context, input })),
  /** The draft compiled, for the browser to carry leads through by itself. */
  trial: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(trialInput)
    .query(({ ctx, input }) => readTrial({ context: ctx.context, input })),
  templates: allow('marketer').query(({ ctx }) => listTemplates({ context: ctx.context })),
  template: allow('marketer')
    .input(z.object({ template: templateName }))
    .query(({ ctx, input }) => readTemplate({ context: ctx.context, template: input.template })),
});
