import type { EnrollmentRow, EnrollmentState } from '@sodate/database/schema/enrollment';
import type { Hopped, PassageState } from '@sodate/journey/interpret/passage';
import { asInstant, type Instant } from '@sodate/journey/time/instant';

type Phase = PassageState['phase'];

/** A stuck passage is at its node like a resting one: only exits, goals and people move it. */
const phases: Readonly<Record<EnrollmentState, Phase>> = {
  moving: 'moving',
  resting: 'resting',
  acting: 'acting',
  stuck: 'acting',
  ended: 'ended',
};

export function readPassageState(row: EnrollmentRow): PassageState {
  return {
    enrollment: row.id,
    phase: phases[row.state],
    op: row.op,
    visit: row.visit,
    visits: row.visits,
    arrivedAt: row.arrivedAt,
    arrivedEvent: row.arrivedEvent,
    until: row.until,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.reasonId === null ? {} : { reasonId: row.reasonId }),
  };
}

/** Real time at which an instant of the enrollment's own time falls. */
export function realTimeOf({ instant, offsetMs }: { instant: Instant; offsetMs: number }): Instant {
  return asInstant(instant - offsetMs);
}

export type HoppedOn = Extract<Hopped, { kind: 'hopped' }>;
