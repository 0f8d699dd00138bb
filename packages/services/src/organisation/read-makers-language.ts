import { organisation } from '@sodate/database/schema/organisation';
import type { Language } from '@sodate/journey/text';
import type { Context } from '../context.ts';

/** The language for words that become somebody's own, such as names of nodes: the actor's, else the installation's. */
export async function readMakersLanguage({ context: { actor, database } }: { context: Context }): Promise<Language> {
  if (actor.kind === 'user') return actor.language;
  const [own] = await database.select({ language: organisation.language }).from(organisation);
  return own?.language ?? 'ja';
}
