export { handoffSla } from './handoff-sla.ts';
export { journeyEnrollment } from './journey-enrollment.ts';
export { mark } from './mark.ts';
