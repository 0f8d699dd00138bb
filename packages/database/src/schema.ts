export * from './schema/enrollment.ts';
export * from './schema/event.ts';
export * from './schema/handoff.ts';
export * from './schema/journey.ts';
export * from './schema/lead.ts';
export * from './schema/mail.ts';
export * from './schema/organisation.ts';
export * from './schema/user.ts';
