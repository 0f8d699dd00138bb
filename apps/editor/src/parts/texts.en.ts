import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  'state.draft': 'Draft',
  'state.live': 'Live',
  'state.paused': 'Paused',
  'state.stopped': 'Stopped',
  'sla.left': '{{span}} left in\u00a0business\u00a0hours',
  'sla.overNow': 'Overdue',
  'sla.over': '{{span}} overdue in\u00a0business\u00a0hours',
  'table.previous': 'Previous',
  'table.next': 'Next',
  'table.pages': 'Pages',
  'table.page': 'Page {{page}}',
  'table.loading': 'Loading',
  score: 'Score',
  cancel: 'Cancel',
  keepEditing: 'Keep editing',
  discardTyped: 'Discard what you typed?',
  discardTypedHelp: 'It has not been saved.',
  discardTypedDo: 'Discard',
  leaveUnsaved: 'Leave without saving?',
  leaveUnsavedHelp: 'Your changes will be lost.',
  leaveUnsavedDo: 'Leave without saving',
  copy: 'Copy',
  copied: 'Copied',
  copyByKeys: 'The browser did not allow copying. The text is selected: press {{keys}}.',
};
