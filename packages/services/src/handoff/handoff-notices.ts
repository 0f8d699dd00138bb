/** What our people are told about hand-offs; unassigned: everybody of the team is away, so that somebody must choose. */
export const handoffNotices = ['assigned', 'due-soon', 'overdue', 'unassigned'] as const;

export type HandoffNotice = (typeof handoffNotices)[number];
