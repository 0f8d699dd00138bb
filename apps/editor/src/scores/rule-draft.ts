import type { server } from '../server/trpc.ts';

export type ScoreRules = Awaited<ReturnType<typeof server.scores.rules.query>>;
export type ScoreRule = ScoreRules['rules'][number];
export type Preview = Awaited<ReturnType<typeof server.scores.preview.mutate>>;

type RulesInput = Parameters<typeof server.scores.preview.mutate>[0];
type RuleInput = RulesInput['rules'][number];
export type Comparison = Extract<RuleInput['when'], { kind: 'attribute' }>['compare'];
export type UrlPattern = NonNullable<
  Extract<Extract<RuleInput['when'], { kind: 'event' }>['pattern'], { kind: 'page' }>['url']
>;

/** What a rule is about, as a person chooses it. */
export const subjects = ['page', 'form', 'mail-opened', 'mail-clicked', 'custom', 'attribute'] as const;

export type Subject = (typeof subjects)[number];

/** The rules while they are edited: plain values for the inputs, whole rules for the server. */
export interface RulesDraft {
  readonly windowDays: number;
  readonly hotAt: number;
  readonly rules: readonly RuleInput[];
}

export type DraftRule = RuleInput;

export function readDraft(rules: ScoreRules): RulesDraft {
  return { windowDays: rules.windowDays, hotAt: rules.hotAt, rules: rules.rules as readonly RuleInput[] };
}

export function subjectOf({ when }: DraftRule): Subject {
  if (when.kind === 'attribute') return 'attribute';
  const { pattern } = when;
  if (pattern.kind !== 'mail') return pattern.kind;
  return pattern.reaction === 'opened' ? 'mail-opened' : 'mail-clicked';
}

/** What a rule of this subject starts from. */
export function startOf(subject: Subject): DraftRule['when'] {
  switch (subject) {
    case 'page':
      return { kind: 'event', pattern: { kind: 'page', url: { match: 'prefix', value: '/' } } };
    case 'form':
      return { kind: 'event', pattern: { kind: 'form' } };
    case 'mail-opened':
      return { kind: 'event', pattern: { kind: 'mail', reaction: 'opened' } };
    case 'mail-clicked':
      return { kind: 'event', pattern: { kind: 'mail', reaction: 'clicked' } };
    case 'custom':
      return { kind: 'event', pattern: { kind: 'custom', name: '' } };
    case 'attribute':
      return { kind: 'attribute', of: 'lead', attribute: 'title', compare: { is: 'contains', value: '' } };
    default:
      return subject satisfies never;
  }
}

/** A new rule at the end. Ids are short, and new among the others. */
export function addRule({ draft, title }: { draft: RulesDraft; title: string }): RulesDraft {
  const taken = new Set(draft.rules.map(({ id }) => id));
  let number = draft.rules.length + 1;
  while (taken.has(`rule-${number}`)) number++;
  const rule: DraftRule = { id: `rule-${number}`, title: { ja: title, en: title }, points: 5, when: startOf('page') };
  return { ...draft, rules: [...draft.rules, rule] };
}

export function replaceRule({ draft, rule }: { draft: RulesDraft; rule: DraftRule }): RulesDraft {
  return { ...draft, rules: draft.rules.map((one) => (one.id === rule.id ? rule : one)) };
}

export function removeRule({ draft, id }: { draft: RulesDraft; id: string }): RulesDraft {
  return { ...draft, rules: draft.rules.filter((one) => one.id !== id) };
}

/** As many letters as the server takes. */
export const mostOfCategory = 40;

/** With nothing but spaces it is none. */
export function withCategory({ rule, category }: { rule: DraftRule; category: string }): DraftRule {
  const { category: _, ...rest } = rule;
  return category.trim() === '' ? rest : { ...rest, category };
}

/** The categories of the rules, each once. */
export function categoriesOf({ rules }: RulesDraft): readonly string[] {
  return [...new Set(rules.flatMap(({ category }) => category?.trim() ?? []))].sort();
}

/** Ids of rules that still lack a value: they are shown so, and nothing is tried or saved meanwhile. */
export function unfinishedRules({ rules }: RulesDraft): readonly string[] {
  return rules.filter((rule) => isUnfinished(rule)).map(({ id }) => id);
}

function isUnfinished({ title, when }: DraftRule): boolean {
  if (title.ja.trim() === '' || title.en.trim() === '') return true;
  if (when.kind === 'attribute') return lacksValue(when.compare);
  const { pattern } = when;
  if (pattern.kind === 'custom') return pattern.name.trim() === '';
  return pattern.kind === 'page' && pattern.url !== undefined && pattern.url.value.trim() === '';
}

function lacksValue(compare: Comparison): boolean {
  return 'value' in compare && (compare.value === '' || Number.isNaN(compare.value));
}
