import { askToDeactivate, readDeactivationAsked } from '@sodate/services/person/ask-to-deactivate';
import { countDueDuring } from '@sodate/services/person/count-due-during';
import { countOpenHandoffs } from '@sodate/services/person/count-open-handoffs';
import { countUndoableFrom } from '@sodate/services/person/count-undoable-from';
import { deactivatePerson } from '@sodate/services/person/deactivate-person';
import { invitePerson, sendPasswordLink } from '@sodate/services/person/invite-person';
import { listHandoffsToMove } from '@sodate/services/person/list-handoffs-to-move';
import {
  countMovedFrom,
  countMovedFromInput,
  listMovedFrom,
  listMovedFromInput,
} from '@sodate/services/person/list-moved-from';
import { listPeople, listPeopleInput } from '@sodate/services/person/list-people';
import { moveHandoffs } from '@sodate/services/person/move-handoffs';
import {
  askToDeactivateInput,
  countDueDuringInput,
  deactivatePersonInput,
  handoffsOfInput,
  handoffsToMoveInput,
  invitePersonInput,
  moveHandoffsInput,
  ownSettingsInput,
  previewMoveInput,
  resetPasswordInput,
  sendPasswordLinkInput,
  setAbsenceInput,
  updatePersonInput,
} from '@sodate/services/person/person-input';
import { previewMove } from '@sodate/services/person/preview-move';
import { resetPassword } from '@sodate/services/person/reset-password';
import { setAbsence } from '@sodate/services/person/set-absence';
import { updateOwnSettings } from '@sodate/services/person/update-own-settings';
import { updatePerson } from '@sodate/services/person/update-person';
import { allowEveryone } from './allow-everyone.ts';
import { getMailing } from './mailing.ts';
import { allow, router } from './procedure.ts';

export const peopleRouter = router({
  list: allowEveryone()
    .input(listPeopleInput)
    .query(({ ctx, input }) => listPeople({ context: ctx.context, input })),
  invite: allow('admin')
    .input(invitePersonInput)
    .mutation(({ ctx, input }) => invitePerson({ context: ctx.context, input, transport: getMailing(ctx).transport })),
  sendPasswordLink: allow('admin')
    .input(sendPasswordLinkInput)
    .mutation(({ ctx, input }) =>
      sendPasswordLink({ context: ctx.context, input, transport: getMailing(ctx).transport }),
    ),
  openHandoffs: allow('admin', 'sales-manager')
    .input(handoffsOfInput)
    .query(({ ctx, input }) => countOpenHandoffs({ context: ctx.context, person: input.id })),
  handoffsToMove: allow('admin', 'sales-manager')
    .input(handoffsToMoveInput)
    .query(({ ctx, input }) => listHandoffsToMove({ context: ctx.context, input })),
  countUndoableFrom: allow('admin')
    .input(askToDeactivateInput)
    .query(({ ctx, input }) => countUndoableFrom({ context: ctx.context, person: input.id })),
  dueDuring: allowEveryone()
    .input(countDueDuringInput)
    .query(({ ctx, input }) => countDueDuring({ context: ctx.context, input })),
  previewMove: allow('admin', 'sales-manager')
    .input(previewMoveInput)
    .query(({ ctx, input }) => previewMove({ context: ctx.context, input })),
  moveHandoffs: allow('admin', 'sales-manager')
    .input(moveHandoffsInput)
    .mutation(({ ctx, input }) => moveHandoffs({ context: ctx.context, input })),
  movedFrom: allow('admin', 'sales-manager')
    .input(listMovedFromInput)
    .query(({ ctx, input }) => listMovedFrom({ context: ctx.context, input })),
  countMovedFrom: allow('admin', 'sales-manager')
    .input(countMovedFromInput)
    .query(({ ctx, input }) => countMovedFrom({ context: ctx.context, input })),
  deactivate: allow('admin')
    .input(deactivatePersonInput)
    .mutation(({ ctx, input }) => deactivatePerson({ context: ctx.context, input })),
  deactivationAsked: allow('sales-manager')
    .input(askToDeactivateInput)
    .query(({ ctx, input }) => readDeactivationAsked({ context: ctx.context, input })),
  askToDeactivate: allow('sales-manager')
    .input(askToDeactivateInput)
    .mutation(({ ctx, input }) => askToDeactivate({ context: ctx.context, input })),
  setAbsence: allow('admin', 'sales-manager')
    .input(setAbsenceInput)
    .mutation(({ ctx, input }) => setAbsence({ context: ctx.context, input })),
  update: allow('admin')
    .input(updatePersonInput)
    .mutation(({ ctx, input }) => updatePerson({ context: ctx.context, input })),
  resetPassword: allow('admin')
    .input(resetPasswordInput)
    .mutation(({ ctx, input }) => resetPassword({ context: ctx.context, input })),
  updateOwn: allowEveryone()
    .input(ownSettingsInput)
    .mutation(({ ctx, input }) => updateOwnSettings({ context: ctx.context, input })),
});
