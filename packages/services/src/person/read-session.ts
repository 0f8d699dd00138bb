import { organisation } from '@sodate/database/schema/organisation';
import { type Role, user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { HandoffNotice } from '../handoff/handoff-notices.ts';
import { type AbsentDays, absentDaysOf } from './absence-columns.ts';
import { parseMutedMails } from './muted-mails.ts';

export interface SignedInPerson {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly colourScheme: 'auto' | 'light' | 'dark';
  /** Left out of team turns until they say otherwise. */
  readonly absent: boolean;
  readonly absentDays: AbsentDays | null;
  /** Notices that come without a mail. */
  readonly mutedMails: readonly HandoffNotice[];
}

/** Who is using the editor, and what must come first where nobody is. */
export type Session =
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'signed-out' }
  | {
      readonly kind: 'signed-in';
      readonly person: SignedInPerson;
      readonly organisation: { readonly name: string; readonly zone: Zone; readonly language: Language };
      /** True in embedded mode: there is a demo site and a local mailbox to look at. */
      readonly demo: boolean;
    };

/** The session of the context's actor. */
export async function readSession({ context }: { context: Context }): Promise<Session> {
  const { actor, database, demo = false } = context;
  if (actor.kind !== 'user') return { kind: (await hasPeople({ context })) ? 'signed-out' : 'not-set-up' };
  const [found] = await database
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      language: user.language,
      colourScheme: user.colourScheme,
      absent: user.absent,
      absentFrom: user.absentFrom,
      absentUntil: user.absentUntil,
      preferences: user.preferences,
    })
    .from(user)
    .where(eq(user.id, actor.id));
  const [own] = await database
    .select({ name: organisation.name, zone: organisation.zone, language: organisation.language })
    .from(organisation);
  if (found === undefined) return { kind: 'signed-out' };
  const { absentFrom, absentUntil, preferences, ...known } = found;
  const person = {
    ...known,
    absentDays: absentDaysOf({ absentFrom, absentUntil }),
    mutedMails: parseMutedMails(preferences),
  };
  return { kind: 'signed-in', person, organisation: own ?? unnamed(person.language), demo };
}

/** An admin made on the command line may come before the organisation has a name. */
function unnamed(language: Language) {
  return { name: '', zone: 'Asia/Tokyo', language };
}

async function hasPeople({ context }: { context: Context }): Promise<boolean> {
  const [row] = await context.database.select({ one: sql`1` }).from(user).limit(1);
  return row !== undefined;
}
