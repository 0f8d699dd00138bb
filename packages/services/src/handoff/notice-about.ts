import type { ScoreReason } from '@sodate/journey/score/score-rule';
import type { Language } from '@sodate/journey/text';
import type { Instant, Milliseconds } from '@sodate/journey/time/instant';
import type { HandoffNotice } from './handoff-notices.ts';
import type { EntryNote } from './read-entry-notes.ts';

/** What the mail of a notice is worded from. */
export interface NoticeAbout {
  readonly notice: HandoffNotice;
  readonly language: Language;
  /** Null where the reader sees no personal data. */
  readonly lead: {
    readonly name: string;
    readonly department: string | null;
    readonly title: string | null;
    readonly phone: string | null;
  } | null;
  readonly company: string | null;
  /** Who has it now; null: nobody. */
  readonly owner: string | null;
  readonly dueAt: Instant;
  /** Accepted before its reader got it: no deadline runs any more. */
  readonly passedOn: boolean;
  /** When its lead is to be contacted next. */
  readonly nextContact: { readonly at: Instant; readonly timed: boolean } | null;
  /** Business time since the deadline; 0 before it. */
  readonly lateMs: Milliseconds;
  /** Of the calendar that the deadline follows. */
  readonly zone: string;
  readonly score: number;
  /** What gave the score, largest first. */
  readonly reasons: readonly ScoreReason[];
  /** What the lead read last. */
  readonly lastRead: { readonly title: string; readonly at: Instant } | null;
  readonly followUp: string;
  /** What whoever gave it to them says. */
  readonly note: EntryNote | undefined;
  /** Where it can be read; null: not by this reader. */
  readonly url: string | null;
  readonly mayReassign: boolean;
}
