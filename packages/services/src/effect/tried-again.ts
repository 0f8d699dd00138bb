import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { and, eq, isNull, or, sql } from 'drizzle-orm';

/** Joins a lead's passage to the send at its node that did not go through and is being tried again by itself. */
export const triedAgainAtNode = and(
  eq(effect.enrollmentId, enrollment.id),
  eq(effect.node, enrollment.node),
  eq(enrollment.state, 'acting'),
  // One that a person has sent once more belongs to an earlier stay.
  isNull(effect.repeatAskedAt),
  or(
    and(eq(effect.state, 'waiting'), sql`${effect.attempt} > 0`, sql`${effect.error} is not null`),
    and(eq(effect.state, 'claimed'), sql`${effect.attempt} > 1`),
  ),
);
