import { addImportRows } from '@sodate/services/lead-import/add-import-rows';
import { cancelImport, startImport } from '@sodate/services/lead-import/change-import-state';
import { createImport } from '@sodate/services/lead-import/create-import';
import { getImport, listImports } from '@sodate/services/lead-import/get-import';
import {
  addImportRowsInput,
  createImportInput,
  importInput,
  listImportProblemsInput,
} from '@sodate/services/lead-import/import-input';
import { listImportProblems } from '@sodate/services/lead-import/list-import-problems';
import { allow, router } from './procedure.ts';

const importing = allow('marketer', 'sales-manager');

/** Leads from a file: the rows come in chunks and are checked, then a worker takes them in. */
export const leadImportsRouter = router({
  list: importing.query(({ ctx }) => listImports({ context: ctx.context })),
  get: importing.input(importInput).query(({ ctx, input }) => getImport({ context: ctx.context, input })),
  problems: importing
    .input(listImportProblemsInput)
    .query(({ ctx, input }) => listImportProblems({ context: ctx.context, input })),
  create: importing
    .input(createImportInput)
    .mutation(({ ctx, input }) => createImport({ context: ctx.context, input })),
  addRows: importing
    .input(addImportRowsInput)
    .mutation(({ ctx, input }) => addImportRows({ context: ctx.context, input })),
  start: importing.input(importInput).mutation(({ ctx, input }) => startImport({ context: ctx.context, input })),
  cancel: importing.input(importInput).mutation(({ ctx, input }) => cancelImport({ context: ctx.context, input })),
});
