import type { UserId } from '@sodate/journey/id';
import { hashPassword } from 'better-auth/crypto';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import type { CreatePersonInput } from './person-input.ts';
import { storePerson } from './store-person.ts';

/** Adds one of our own people with a first password, ready to sign in. @throws RequestError where the address is taken. */
export async function createPerson({
  context,
  input,
}: {
  context: Context;
  input: CreatePersonInput;
}): Promise<{ readonly id: UserId }> {
  const passwordHash = await hashPassword(input.password);
  return await inTransaction({ context }, async (inner) => {
    const id = await storePerson({ context: inner, person: { ...input, passwordHash } });
    await writeAudit({
      context: inner,
      line: { action: 'person-created', subject: 'person', subjectId: id, detail: { role: input.role } },
    });
    return { id };
  });
}
