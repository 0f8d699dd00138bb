import { expect, it } from 'vitest';
import {
  addRule,
  type RulesDraft,
  removeRule,
  replaceRule,
  startOf,
  subjectOf,
  subjects,
  unfinishedRules,
} from './rule-draft.ts';

const empty: RulesDraft = { windowDays: 14, hotAt: 60, rules: [] };

it('gives each new rule an id of its own, also after one was removed', () => {
  const three = [1, 2, 3].reduce((draft) => addRule({ draft, title: 'x' }), empty);
  const again = addRule({ draft: removeRule({ draft: three, id: 'rule-1' }), title: 'x' });
  expect(new Set(again.rules.map(({ id }) => id)).size).toBe(3);
});

it.each(subjects)('starts a rule about %s as one about it', (subject) => {
  const [rule] = addRule({ draft: empty, title: 'x' }).rules;
  if (rule === undefined) throw new Error('no rule');
  expect(subjectOf({ ...rule, when: startOf(subject) })).toBe(subject);
});

it('knows which rules still lack a value', () => {
  const draft = addRule({ draft: addRule({ draft: empty, title: 'done' }), title: 'open' });
  const open = draft.rules[1];
  if (open === undefined) throw new Error('no rule');
  const changed = replaceRule({ draft, rule: { ...open, when: startOf('custom') } });
  expect(unfinishedRules(changed)).toEqual([open.id]);
});
