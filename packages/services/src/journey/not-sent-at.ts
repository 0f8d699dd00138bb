import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { asId, type JourneyId, type NodeId } from '@sodate/journey/id';
import { eq, isNotNull, type SQL } from 'drizzle-orm';
import { ofRealLeads } from '../lead/of-real-leads.ts';

/** Conditions over `effect` joined with its enrollment: acts of a node that were not done, test leads left out. */
export function notSentAt({ journey, node }: { journey: JourneyId; node: string }): SQL[] {
  return [eq(effect.node, asId<'node'>(node) satisfies NodeId), ...notSentIn({ journey })];
}

/** The same, of all nodes of a journey. */
export function notSentIn({ journey }: { journey: JourneyId }): SQL[] {
  return [
    eq(effect.journeyId, journey),
    eq(effect.state, 'not-sent'),
    isNotNull(effect.notSentReason),
    ofRealLeads(enrollment),
  ];
}
