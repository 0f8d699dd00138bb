import { type EnrollmentRow, enrollment, type StepRow, step } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';

/** A passage that begins, and its step 0. */
export type EntryValues = Pick<
  EnrollmentRow,
  | 'id'
  | 'journeyId'
  | 'leadId'
  | 'versionId'
  | 'op'
  | 'node'
  | 'visit'
  | 'visits'
  | 'arrivedAt'
  | 'arrivedEvent'
  | 'state'
  | 'until'
  | 'lookAt'
  | 'ruleSeen'
  | 'reason'
  | 'reasonId'
  | 'triggerNode'
  | 'triggerEvent'
  | 'test'
  | 'enteredAt'
  | 'endedAt'
> &
  Pick<StepRow, 'fromNode' | 'outcome' | 'toOp' | 'toNode' | 'dueAt' | 'at' | 'eventId'> & {
    readonly stepVisit: number;
  };

/** Writes the row of a passage and its step 0 together. Gives the row. */
export const insertEntry = statement<EntryValues>()((database, place) => {
  const entered = database.$with('entered').as(
    database
      .insert(enrollment)
      .values({
        id: place('id', enrollment.id),
        journeyId: place('journeyId', enrollment.journeyId),
        leadId: place('leadId', enrollment.leadId),
        versionId: place('versionId', enrollment.versionId),
        op: place('op', enrollment.op),
        node: place('node', enrollment.node),
        visit: place('visit', enrollment.visit),
        visits: place('visits', enrollment.visits),
        arrivedAt: place('arrivedAt', enrollment.arrivedAt),
        arrivedEvent: place('arrivedEvent', enrollment.arrivedEvent),
        state: place('state', enrollment.state),
        hop: 0,
        rest: 0,
        until: place('until', enrollment.until),
        lookAt: place('lookAt', enrollment.lookAt),
        ruleSeen: place('ruleSeen', enrollment.ruleSeen),
        reason: place('reason', enrollment.reason),
        reasonId: place('reasonId', enrollment.reasonId),
        triggerNode: place('triggerNode', enrollment.triggerNode),
        triggerEvent: place('triggerEvent', enrollment.triggerEvent),
        test: place('test', enrollment.test),
        enteredAt: place('enteredAt', enrollment.enteredAt),
        endedAt: place('endedAt', enrollment.endedAt),
      })
      .returning(),
  );
  const stepped = database.$with('stepped').as(
    database
      .insert(step)
      .values({
        enrollmentId: place('id', step.enrollmentId),
        hop: 0,
        journeyId: place('journeyId', step.journeyId),
        fromNode: place('fromNode', step.fromNode),
        outcome: place('outcome', step.outcome),
        toOp: place('toOp', step.toOp),
        toNode: place('toNode', step.toNode),
        visit: place('stepVisit', step.visit),
        dueAt: place('dueAt', step.dueAt),
        at: place('at', step.at),
        eventId: place('eventId', step.eventId),
        test: place('test', step.test),
      })
      .returning({ hop: step.hop }),
  );
  return database.with(entered, stepped).select().from(entered);
});
