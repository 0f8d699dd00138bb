import { rootRouter } from '@sodate/api/procedures/root';
import { type Role, roles } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import type { Actor, Context } from '@sodate/services/context';
import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';

/** Works before anybody has signed in; each needs a reason to stand here. */
const forAnyone: ReadonlySet<string> = new Set([
  // Tells the editor whether to show sign-in, set-up or the product.
  'session.read',
  // Checks the token of the one-time link itself.
  'session.setUp',
  // Check the token of an invitation or a reset themselves.
  'session.passwordLink',
  'session.choosePassword',
  // Check the token of a share link themselves.
  'shares.open',
  'shares.counts',
  'shares.mail',
]);

interface Procedure {
  readonly _def: { readonly meta?: { readonly roles: readonly Role[] | 'anyone' } };
}

const procedures = Object.entries(rootRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>);

/** Nothing behind the check of roles may be reached, so there is nothing behind this context. */
const context = { database: undefined, logger: undefined } as unknown as Context;

function person(role: Role): Actor {
  return { kind: 'user', id: asId('018f0000-0000-7000-8000-000000000000'), role, language: 'en' };
}

async function answerOf({ path, actor }: { path: string; actor?: Actor }): Promise<string> {
  const caller: unknown = rootRouter.createCaller({
    context: { ...context, actor: actor ?? { kind: 'system' } },
    signedIn: actor !== undefined,
  });
  const call = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller);
  try {
    await (call as (input: unknown) => Promise<unknown>)({});
    return 'OK';
  } catch (error) {
    return error instanceof TRPCError ? error.code : 'INTERNAL_SERVER_ERROR';
  }
}

describe('roles', () => {
  it.each(procedures)('%s says who may call it', (path, procedure) => {
    const allowed = procedure._def.meta?.roles;
    expect(allowed, `${path} is not made by allow()`).toBeDefined();
    if (allowed === 'anyone') expect(forAnyone, `${path} is open to the world`).toContain(path);
    else expect(allowed).not.toHaveLength(0);
  });

  it.each(procedures)('%s refuses everybody else', async (path, procedure) => {
    const allowed = procedure._def.meta?.roles ?? [];
    if (allowed === 'anyone') return;
    expect(await answerOf({ path })).toBe('UNAUTHORIZED');
    for (const role of roles) {
      const answer = await answerOf({ path, actor: person(role) });
      const may = role === 'admin' || allowed.includes(role);
      if (may) expect(answer, `${role} on ${path}`).not.toMatch(/UNAUTHORIZED|FORBIDDEN/);
      else expect(answer, `${role} on ${path}`).toBe('FORBIDDEN');
    }
  });
});
