import { setUp } from '@sodate/services/organisation/set-up';
import { setUpInput } from '@sodate/services/person/person-input';
import { readSession } from '@sodate/services/person/read-session';
import { allowAnyone, router } from './procedure.ts';

export const sessionRouter = router({
  read: allowAnyone().query(({ ctx }) => readSession({ context: ctx.context, demo: ctx.demo ?? false })),
  /** Needs the token of the one-time link, and works while there is no admin. */
  setUp: allowAnyone()
    .input(setUpInput)
    .mutation(({ ctx, input }) => setUp({ context: ctx.context, input })),
});
