import type { ChangedRules, ToldRules } from '@sodate/services/journey/tell-rules';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import classes from './rule-changes.module.css';
import type { texts } from './texts.ja.ts';
import { useRuleWords } from './use-rule-words.ts';

/** What differs of the rules of a whole journey. */
export function RuleChanges({ rules }: { rules: ChangedRules }) {
  const t = useTexts<typeof texts>('share');
  return (
    <>
      <b>{t('ruleChanges')}</b>
      {rules.changed.map((rule) => (
        <Rule key={rule} rule={rule} rules={rules} />
      ))}
    </>
  );
}

/** 「参加できる人 だれでも → 業種が製造」; where words cannot tell what differs, that it does. */
function Rule({ rule, rules: { before, after } }: { rule: keyof ToldRules; rules: ChangedRules }) {
  const t = useTexts<typeof texts>('share');
  const { zone } = useSession().organisation;
  const word = useRuleWords({ zone });
  const [was, is] = [word(before)[rule].join('\n'), word(after)[rule].join('\n')];
  if (was === is) return <small className={classes.rule}>{t('ruleChanged', { rule: t(rule) })}</small>;
  return (
    <small className={classes.rule}>
      {t(rule)}
      <s>{was}</s>
      <strong>{is}</strong>
    </small>
  );
}
