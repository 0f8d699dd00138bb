import type { OutcomePart } from '@sodate/journey/graph/described-node';

/** The one exit of a node that does its work and goes on. */
export const onlyExit: readonly OutcomePart[] = [{ kind: 'fixed', id: 'done', label: { ja: '次へ', en: 'Next' } }];

/** The exit of a trigger: it must lead somewhere. */
export const triggerExit: readonly OutcomePart[] = [
  { kind: 'fixed', id: 'done', label: { ja: '次へ', en: 'Next' }, required: true },
];
