import { type Stage, stageByAnswer, stages } from '@sodate/journey/stage';
import type { Brief } from './inbox-types.ts';

export type AnswerKind = 'accepted' | 'rejected' | 'absent' | 'reached' | 'met' | 'opportunity' | 'won' | 'lost';

/** What an answer brings about beside its line in the log. */
export interface Effects {
  /** The stage that the lead comes to; undefined: it stays where it is. */
  readonly stage?: Stage;
  /** The journey goes on. */
  readonly journey: boolean;
  /** The hand-off is done. */
  readonly closes: boolean;
}

const closing: ReadonlySet<AnswerKind> = new Set(['rejected', 'won', 'lost']);

/** As the server does it: a stage only ever goes forward, and who records an outcome has taken the hand-off on. */
export function effectsOf({
  answer,
  brief: { state, lead, journeyNow },
}: {
  answer: AnswerKind;
  brief: { readonly lead: { readonly stage: Stage } } & Pick<Brief, 'state' | 'journeyNow'>;
}): Effects {
  const takesOn = state === 'open' && answer !== 'rejected';
  const stage = stageByAnswer[answer] ?? (takesOn ? stageByAnswer.accepted : undefined);
  const moves = stage !== undefined && stages.indexOf(stage) > stages.indexOf(lead.stage);
  const heard = journeyNow?.kind === 'waits' ? journeyNow.hears : [];
  return {
    ...(moves ? { stage } : {}),
    journey: heard.includes(answer) || (takesOn && heard.includes('accepted')),
    closes: closing.has(answer),
  };
}
