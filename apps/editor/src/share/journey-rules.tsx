import { emptyGraph } from '@sodate/journey/graph/graph';
import type { ReadableJourney } from '@sodate/services/journey/read-document';
import { useTexts } from '../language/use-texts.ts';
import classes from './section-body.module.css';
import type { texts } from './texts.ja.ts';
import { useRuleWords } from './use-rule-words.ts';

const told = ['audience', 'reentry', 'exits', 'zone', 'visitLimit'] as const;

/** What holds for the journey as a whole: who enters, when they leave, and a limit that somebody has set. */
export function JourneyRules({ journey: { rules, zone } }: { journey: ReadableJourney }) {
  const t = useTexts<typeof texts>('share');
  const words = useRuleWords({ zone })(rules);
  const isTold = (rule: (typeof told)[number]) =>
    rule !== 'visitLimit' || rules.visitLimit !== emptyGraph.settings.visitLimit;
  return (
    <dl className={classes.settings}>
      {told.filter(isTold).map((rule) => (
        <div key={rule}>
          <dt>{t(rule)}</dt>
          {words[rule].map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
