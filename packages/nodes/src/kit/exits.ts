import type { OutcomePart } from '@sodate/journey/graph/described-node';
import type { Text } from '@sodate/journey/text';

/** Names the way on, not what became of an act. */
export const wayOn: Text = { ja: '次へ', en: 'Next' };

/** The one exit of a node that does its work and goes on. */
export const onlyExit: readonly OutcomePart[] = [{ kind: 'fixed', id: 'done', label: wayOn }];

/** The exit of a trigger: it must lead somewhere. */
export const triggerExit: readonly OutcomePart[] = [{ kind: 'fixed', id: 'done', label: wayOn, required: true }];
