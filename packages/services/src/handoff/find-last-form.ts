import { isJsonObject } from '@sodate/journey/json';
import type { TimelineEvent } from '../lead/read-timeline.ts';

/** The last form in which anything was written; one that was taken back, or that only thanked, is none. */
export function findLastForm(recent: readonly TimelineEvent[]): TimelineEvent | undefined {
  return recent.find(
    ({ name, retracted, properties: { fields } }) =>
      name === 'form-submitted' && !retracted && isJsonObject(fields) && Object.keys(fields).length > 0,
  );
}
