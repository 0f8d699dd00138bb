import type { Role } from '@sodate/database/schema/user';
import { asStorable } from '@sodate/services/as-storable';
import type { Context } from '@sodate/services/context';
import { RequestError } from '@sodate/services/errors';
import type { AskPage } from '@sodate/services/http/create-page-asker';
import { initTRPC, TRPCError } from '@trpc/server';
import type { Mailing } from './mailing.ts';

/** What a request carries: the verb's context, whose actor is 'system' while nobody is signed in. */
export interface RequestContext {
  readonly context: Context;
  readonly signedIn: boolean;
  readonly mailing?: Mailing;
  readonly askPage?: AskPage;
  /** "host:port", to tell whether Temporal can be reached. */
  readonly temporalAddress?: string;
  /** Whether this address has asked more than it may where nobody needs to sign in; counts the question. */
  readonly isTooOften?: () => Promise<boolean>;
}

interface Meta {
  readonly roles: readonly Role[] | 'anyone';
}

const codes = {
  invalid: 'BAD_REQUEST',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  forbidden: 'FORBIDDEN',
  'too-large': 'PAYLOAD_TOO_LARGE',
} as const satisfies Record<RequestError['kind'], TRPCError['code']>;

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const cause = error.cause;
      const request =
        cause instanceof RequestError ? { text: cause.text, field: cause.field, lead: cause.lead } : undefined;
      return { ...shape, data: { ...shape.data, request } };
    },
  });

export const router = t.router;

const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof RequestError)) return result;
  const cause = result.error.cause;
  throw new TRPCError({ code: codes[cause.kind], message: cause.message, cause });
});

/** What no text in the database can hold is taken out before anybody parses it. */
const cleanInput = t.middleware(({ next, getRawInput }) =>
  next({ getRawInput: async () => asStorable(await getRawInput()) }),
);

/** The only ways to make a procedure: every one states who may call it. Admins may call all. */
export function allow(...roles: [Role, ...Role[]]) {
  return t.procedure
    .meta({ roles })
    .use(mapErrors)
    .use(cleanInput)
    .use(({ ctx, next }) => {
      const { actor } = ctx.context;
      if (!ctx.signedIn || actor.kind !== 'user') throw new TRPCError({ code: 'UNAUTHORIZED' });
      if (actor.role !== 'admin' && !roles.includes(actor.role)) throw new TRPCError({ code: 'FORBIDDEN' });
      return next({ ctx });
    });
}

/** For the few that must work before sign-in. */
export function allowAnyone() {
  return t.procedure.meta({ roles: 'anyone' }).use(mapErrors).use(cleanInput);
}
