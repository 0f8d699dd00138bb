import { audit } from '@sodate/database/schema/organisation';
import type { Context } from '../context.ts';

export interface AuditLine {
  /** Noun, then past verb: "person-created". */
  readonly action: string;
  /** What kind of thing it was done to: "journey", "lead". */
  readonly subject: string;
  readonly subjectId: string;
  /** What changed; never a password. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Records who changed what, in the caller's transaction. */
export async function writeAudit({ context, line }: { context: Context; line: AuditLine }): Promise<void> {
  const { actor } = context;
  await context.database.insert(audit).values({ ...line, userId: actor.kind === 'user' ? actor.id : null });
}
