declare const idOf: unique symbol;

/** A string that names one thing of one kind; ids of different kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [idOf]: Kind };

export type LeadId = Id<'lead'>;
export type CompanyId = Id<'company'>;
export type VisitorId = Id<'visitor'>;
export type UserId = Id<'user'>;
export type TeamId = Id<'team'>;
export type JourneyId = Id<'journey'>;
export type VersionId = Id<'version'>;
export type EnrollmentId = Id<'enrollment'>;
export type HandoffId = Id<'handoff'>;
export type MailId = Id<'mail'>;
export type FormId = Id<'form'>;
export type CalendarId = Id<'calendar'>;

/** A node of a graph: short, unique in its journey, kept when it is edited (`n_` and eight letters). */
export type NodeId = Id<'node'>;
/** An op of a plan: its node's id, or `NODE.part` where one node lowers to several ops. */
export type OpId = Id<'op'>;
/** A key of `Plan.conditions`. */
export type ConditionKey = Id<'condition'>;

/** Reads a string from a boundary as an id. The caller has checked its form, or takes it from our own store. */
export function asId<Kind extends string>(value: string): Id<Kind> {
  return value as Id<Kind>;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: string): boolean {
  return uuidPattern.test(value);
}
