import type { Position } from '@sodate/journey/graph/graph';
import type { Text } from '@sodate/journey/text';
import type { Sketch, SketchGiven } from './template.ts';

interface HandOffSketch {
  readonly given: SketchGiven;
  readonly at: Position;
  readonly followUp: Text;
  readonly questions: readonly Text[];
  readonly slaHours: number;
  readonly to: Readonly<Record<'opportunity' | 'rejected' | 'lost', string>>;
}

/** The hand-off of a template, with id "sales". Its receiver is left to be chosen. */
export function sketchHandOff({ given, at, followUp, questions, slaHours, to }: HandOffSketch): Sketch {
  const { language, calendar } = given;
  return {
    id: 'sales',
    type: 'hand-off',
    at,
    config: {
      followUp: followUp[language],
      questions: questions.map((question) => question[language]),
      sla: { amount: slaHours, unit: 'business-hours' },
      remindBefore: { amount: 1, unit: 'business-hours' },
      ...(calendar === undefined ? {} : { calendar }),
    },
    to,
  };
}
