import { expect, it } from 'vitest';
import {
  addRule,
  categoriesOf,
  type RulesDraft,
  removeRule,
  replaceRule,
  startOf,
  subjectOf,
  subjects,
  unfinishedRules,
  withCategory,
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

it('gives a rule a category, offers each once, and takes one of spaces as none', () => {
  const draft = addRule({ draft: addRule({ draft: empty, title: 'one' }), title: 'two' });
  const priced = draft.rules.reduce(
    (made, rule) => replaceRule({ draft: made, rule: withCategory({ rule, category: '料金' }) }),
    draft,
  );
  expect(categoriesOf(priced)).toEqual(['料金']);
  const cleared = priced.rules.map((rule) => withCategory({ rule, category: ' ' }));
  expect(categoriesOf({ ...priced, rules: cleared })).toEqual([]);
  expect(cleared[0]).not.toHaveProperty('category');
});
