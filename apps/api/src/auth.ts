import * as tables from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import type { Context } from '@sodate/services/context';
import { maySignIn } from '@sodate/services/person/may-sign-in';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { signInLink } from './sign-in-link.ts';

const dayS = 24 * 60 * 60;

/** The paths under /auth that are open to the world; everything else there answers 404. */
export const authPaths: ReadonlySet<string> = new Set([
  '/auth/sign-in/email',
  '/auth/sign-out',
  '/auth/get-session',
  '/auth/change-password',
  '/auth/link',
]);

/** Sign-in by mail address and password, and by the one-time link. People are made by verbs, never by signing up. */
export function createAuth({ context, secret }: { context: Context; secret: string }) {
  return betterAuth(authOptions({ context, secret }));
}

export type Auth = ReturnType<typeof createAuth>;

function authOptions({ context, secret }: { context: Context; secret: string }) {
  return {
    baseURL: context.publicUrl,
    basePath: '/auth',
    secret,
    trustedOrigins: originsOf(context.publicUrl),
    database: drizzleAdapter(databaseOfNow(context), {
      provider: 'pg',
      schema: {
        user: tables.user,
        session: tables.session,
        account: tables.account,
        verification: tables.verification,
      },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    session: { expiresIn: 30 * dayS, updateAge: dayS },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        banned: { type: 'boolean', input: false },
        language: { type: 'string', input: false },
        colourScheme: { type: 'string', input: false },
      },
    },
    databaseHooks: {
      session: { create: { before: (session) => maySignIn({ context, person: asId(session.userId) }) } },
    },
    advanced: { database: { generateId: false }, cookiePrefix: 'sodate', ipAddress: { disableIpTracking: true } },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [signInLink({ context })],
  } satisfies BetterAuthOptions;
}

/** What is kept for good, as a database: each call goes to the pool of the moment. */
function databaseOfNow(context: Context): Context['database'] {
  return new Proxy(context.database, {
    get: (...[, name]) => {
      const { database } = context;
      const value: unknown = Reflect.get(database, name);
      return typeof value === 'function' ? value.bind(database) : value;
    },
  });
}

/** On a loopback address both of its names are the same installation. */
export function originsOf(publicUrl: string): string[] {
  const { hostname, origin, port, protocol } = new URL(publicUrl);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin];
  return ['localhost', '127.0.0.1'].map((host) => `${protocol}//${host}${port === '' ? '' : `:${port}`}`);
}
