/**
 * What our people are told about hand-offs. Somebody must choose an owner where everybody of the team is away
 * (unassigned), and where the owner says that it is not theirs (given-back); who answers for deadlines hears of another's
 * that has passed (escalated). The owner hears when the time of the next contact has come (contact-due),
 * and of a note that is meant for them (noted).
 */
export const handoffNotices = [
  'assigned',
  'due-soon',
  'overdue',
  'escalated',
  'unassigned',
  'given-back',
  'contact-due',
  'noted',
] as const;

export type HandoffNotice = (typeof handoffNotices)[number];

/** The choice by which the mail of a notice is wanted or not: a deadline that has passed is one, whoever's it is. */
export function mailChoiceOf(notice: HandoffNotice): HandoffNotice {
  return notice === 'escalated' ? 'overdue' : notice;
}
