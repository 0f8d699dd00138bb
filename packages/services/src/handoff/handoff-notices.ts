/**
 * What our people are told about hand-offs. Somebody must choose an owner where everybody of the team is away
 * (unassigned), and where the owner says that it is not theirs (given-back).
 */
export const handoffNotices = ['assigned', 'due-soon', 'overdue', 'unassigned', 'given-back'] as const;

export type HandoffNotice = (typeof handoffNotices)[number];
