import { editCompany, editCompanyInput } from '@sodate/services/company/edit-company';
import { searchCompanies, searchCompaniesInput } from '@sodate/services/company/search-companies';
import { allow, router } from './procedure.ts';

/** Companies that leads work for. */
export const companiesRouter = router({
  search: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(searchCompaniesInput)
    .query(({ ctx, input }) => searchCompanies({ context: ctx.context, input })),
  edit: allow('marketer', 'sales-manager')
    .input(editCompanyInput)
    .mutation(({ ctx, input }) => editCompany({ context: ctx.context, input })),
});
