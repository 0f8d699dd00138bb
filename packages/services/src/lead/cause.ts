import type { EnrollmentId, JourneyId, NodeId } from '@sodate/journey/id';

/** The passage that caused a change; all absent where a person or a system did. */
export interface Cause {
  readonly journey?: JourneyId;
  readonly enrollment?: EnrollmentId;
  readonly node?: NodeId;
  readonly visit?: number;
}
