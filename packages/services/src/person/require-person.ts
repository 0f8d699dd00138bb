import type { UserId } from '@sodate/journey/id';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';

/** The person who asks. @throws RequestError for the system and for nobody. */
export function requirePerson({ actor }: Context): UserId {
  if (actor.kind === 'user') return actor.id;
  throw forbidden({ ja: 'サインインしてください。', en: 'Please sign in.' });
}
