import { createPerson } from '@sodate/services/person/create-person';
import { listPeople, listPeopleInput } from '@sodate/services/person/list-people';
import {
  createPersonInput,
  ownSettingsInput,
  resetPasswordInput,
  updatePersonInput,
} from '@sodate/services/person/person-input';
import { resetPassword } from '@sodate/services/person/reset-password';
import { updateOwnSettings } from '@sodate/services/person/update-own-settings';
import { updatePerson } from '@sodate/services/person/update-person';
import { allowEveryone } from './allow-everyone.ts';
import { allow, router } from './procedure.ts';

export const peopleRouter = router({
  list: allowEveryone()
    .input(listPeopleInput)
    .query(({ ctx, input }) => listPeople({ context: ctx.context, input })),
  create: allow('admin')
    .input(createPersonInput)
    .mutation(({ ctx, input }) => createPerson({ context: ctx.context, input })),
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
