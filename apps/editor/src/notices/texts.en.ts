import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  title: 'Notices',
  unread: 'Notices ({{count}} unread)',
  empty: 'No notices',
  allRead: 'Mark all as read',
  older: 'Earlier notices',
  someone: 'A lead',
  says: '{{by}}: {{note}}',
  'handoff-assigned': '{{lead}} was handed to you',
  'handoff-due-soon': 'Your response to {{lead}} is due soon',
  'handoff-overdue': 'Your response to {{lead}} is overdue',
  'handoff-unassigned': 'Nobody has {{lead}}: the whole team is away',
  'handoff-given-back': '{{lead}} was given back to the managers: choose an owner',
  'comment-added': '{{by}} commented on “{{journey}}”',
  'draft-waits': '{{by}} changed a hand-off in “{{journey}}”: publish it to put it into effect',
  'lead-hot': '{{lead}} became a hot lead',
  'lead-stuck': '{{lead}} is stuck in a journey',
  due: 'due {{at}}',
};
