import { acceptHandoff } from '@sodate/services/handoff/accept-handoff';
import { addNote } from '@sodate/services/handoff/add-note';
import { countHandoffs } from '@sodate/services/handoff/count-handoffs';
import { countLoads } from '@sodate/services/handoff/count-loads';
import { countReasons, countReasonsInput } from '@sodate/services/handoff/count-reasons';
import { fastForwardHandoff } from '@sodate/services/handoff/fast-forward-handoff';
import { fillBant } from '@sodate/services/handoff/fill-bant';
import { giveBackHandoff } from '@sodate/services/handoff/give-back-handoff';
import {
  addNoteInput,
  fillBantInput,
  giveBackHandoffInput,
  handoffInput,
  reassignHandoffInput,
  recordOutcomeInput,
  rejectHandoffInput,
  sayWhyLostInput,
  setNextContactInput,
  undoReassignInput,
} from '@sodate/services/handoff/handoff-input';
import { countListedHandoffs, countListedInput, listHandoffs } from '@sodate/services/handoff/list-handoffs';
import { listRecentMoves } from '@sodate/services/handoff/list-recent-moves';
import { openHandoff } from '@sodate/services/handoff/open-handoff';
import { readBrief } from '@sodate/services/handoff/read-brief';
import { contactDayInput, readContactDay } from '@sodate/services/handoff/read-contact-day';
import { reassignHandoff } from '@sodate/services/handoff/reassign-handoff';
import { recordOutcome } from '@sodate/services/handoff/record-outcome';
import { rejectHandoff } from '@sodate/services/handoff/reject-handoff';
import { restoreNextContact } from '@sodate/services/handoff/restore-next-contact';
import { retryHandoff } from '@sodate/services/handoff/retry-handoff';
import { sayWhyLost } from '@sodate/services/handoff/say-why-lost';
import { setNextContact } from '@sodate/services/handoff/set-next-contact';
import { undoAnswer } from '@sodate/services/handoff/undo-answer';
import { undoReassign } from '@sodate/services/handoff/undo-reassign';
import { handoffScopeInput, listHandoffsInput } from '@sodate/services/handoff/which-handoffs';
import { allow, router } from './procedure.ts';

const reading = allow('marketer', 'sales-manager', 'sales-rep');
const answering = allow('sales-manager', 'sales-rep');

/** The inbox of hand-offs. Reps see and answer their own: the services hold them to it. */
export const handoffsRouter = router({
  list: reading.input(listHandoffsInput).query(({ ctx, input }) => listHandoffs({ context: ctx.context, input })),
  count: reading.input(handoffScopeInput).query(({ ctx, input }) => countHandoffs({ context: ctx.context, input })),
  countListed: reading
    .input(countListedInput)
    .query(({ ctx, input }) => countListedHandoffs({ context: ctx.context, input })),
  countReasons: reading
    .input(countReasonsInput)
    .query(({ ctx, input }) => countReasons({ context: ctx.context, input })),
  brief: reading.input(handoffInput).query(({ ctx, input }) => readBrief({ context: ctx.context, input })),
  open: reading.input(handoffInput).mutation(({ ctx, input }) => openHandoff({ context: ctx.context, input })),
  accept: answering.input(handoffInput).mutation(({ ctx, input }) => acceptHandoff({ context: ctx.context, input })),
  reject: answering.input(rejectHandoffInput).mutation(async ({ ctx, input }) => {
    await rejectHandoff({ context: ctx.context, input });
  }),
  recordOutcome: answering.input(recordOutcomeInput).mutation(async ({ ctx, input }) => {
    await recordOutcome({ context: ctx.context, input });
  }),
  sayWhyLost: answering
    .input(sayWhyLostInput)
    .mutation(({ ctx, input }) => sayWhyLost({ context: ctx.context, input })),
  undo: answering.input(handoffInput).mutation(({ ctx, input }) => undoAnswer({ context: ctx.context, input })),
  setNextContact: answering.input(setNextContactInput).mutation(async ({ ctx, input }) => {
    await setNextContact({ context: ctx.context, input });
  }),
  contactDay: answering
    .input(contactDayInput)
    .query(({ ctx, input }) => readContactDay({ context: ctx.context, input })),
  restoreNextContact: answering.input(handoffInput).mutation(async ({ ctx, input }) => {
    await restoreNextContact({ context: ctx.context, input });
  }),
  addNote: answering.input(addNoteInput).mutation(({ ctx, input }) => addNote({ context: ctx.context, input })),
  fillBant: answering.input(fillBantInput).mutation(({ ctx, input }) => fillBant({ context: ctx.context, input })),
  giveBack: allow('sales-rep')
    .input(giveBackHandoffInput)
    .mutation(async ({ ctx, input }) => {
      await giveBackHandoff({ context: ctx.context, input });
    }),
  loads: allow('sales-manager').query(({ ctx }) => countLoads({ context: ctx.context })),
  reassign: allow('sales-manager')
    .input(reassignHandoffInput)
    .mutation(async ({ ctx, input }) => {
      await reassignHandoff({ context: ctx.context, input });
    }),
  recentMoves: allow('sales-manager').query(({ ctx }) => listRecentMoves({ context: ctx.context })),
  undoReassign: allow('sales-manager')
    .input(undoReassignInput)
    .mutation(({ ctx, input }) => undoReassign({ context: ctx.context, input })),
  retry: allow('sales-manager')
    .input(handoffInput)
    .mutation(async ({ ctx, input }) => {
      await retryHandoff({ context: ctx.context, input });
    }),
  fastForward: allow('marketer', 'sales-manager')
    .input(handoffInput)
    .mutation(async ({ ctx, input }) => {
      await fastForwardHandoff({ context: ctx.context, input });
    }),
});
