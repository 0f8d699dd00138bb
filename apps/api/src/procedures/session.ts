import { setUp } from '@sodate/services/organisation/set-up';
import { choosePassword } from '@sodate/services/person/choose-password';
import { findPasswordLink } from '@sodate/services/person/password-link';
import { choosePasswordInput, setUpInput } from '@sodate/services/person/person-input';
import { readSession } from '@sodate/services/person/read-session';
import { allowAnyone, router } from './procedure.ts';

export const sessionRouter = router({
  read: allowAnyone().query(({ ctx }) => readSession({ context: ctx.context })),
  /** Needs the token of the one-time link, and works while there is no admin. */
  setUp: allowAnyone()
    .input(setUpInput)
    .mutation(({ ctx, input }) => setUp({ context: ctx.context, input })),
  /** Whose link it is; null where it is good no more. */
  passwordLink: allowAnyone()
    .input(choosePasswordInput.pick({ token: true }))
    .query(async ({ ctx, input }) => {
      const person = await findPasswordLink({ context: ctx.context, token: input.token });
      if (person === undefined) return null;
      const { name, email, language } = person;
      return { name, email, language };
    }),
  choosePassword: allowAnyone()
    .input(choosePasswordInput)
    .mutation(({ ctx, input }) => choosePassword({ context: ctx.context, input })),
});
