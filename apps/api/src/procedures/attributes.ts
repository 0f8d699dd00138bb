import { listAttributes } from '@sodate/services/attribute/list-attributes';
import { removeAttribute, removeAttributeInput } from '@sodate/services/attribute/remove-attribute';
import { saveAttribute, saveAttributeInput } from '@sodate/services/attribute/save-attribute';
import { allow, router } from './procedure.ts';

/** What can be known of leads and companies: built-in fields and own ones. */
export const attributesRouter = router({
  list: allow('marketer', 'sales-manager', 'sales-rep', 'viewer').query(({ ctx }) =>
    listAttributes({ context: ctx.context }),
  ),
  save: allow('marketer')
    .input(saveAttributeInput)
    .mutation(({ ctx, input }) => saveAttribute({ context: ctx.context, input })),
  remove: allow('marketer')
    .input(removeAttributeInput)
    .mutation(({ ctx, input }) => removeAttribute({ context: ctx.context, input })),
});
