import { sameText, type Text } from '@sodate/journey/text';
import { z } from 'zod';
import type { NodeSpec } from './define-node.ts';
import { describeFields } from './field.ts';
import { quoteValue } from './quote-value.ts';

type Spec = NodeSpec<z.ZodObject>;

/** What must be there before a spec can be read at all, whatever its types said: Node does not look at them. */
export function findSpecFaults(spec: Spec): readonly Text[] {
  return [
    ...configFaults(spec.config),
    ...outcomeFaults(spec.outcomes),
    ...(['summary', 'lower'] as const).flatMap((name) => (typeof spec[name] === 'function' ? [] : [noFunction(name)])),
    ...(['check', 'guess', 'upgrade', 'standsAlone', 'effect'] as const).flatMap((name) =>
      spec[name] === undefined || typeof spec[name] === 'function' ? [] : [noFunction(name)],
    ),
    ...(isObject(spec.initial) ? [] : [noInitial]),
    ...(spec.keywords === undefined || Array.isArray(spec.keywords) ? [] : [noKeywords]),
  ];
}

/** The same spec with something harmless for each part that is described and cannot be, so that the rest is looked at too. */
export function withStandIns<Schema extends z.ZodObject>(spec: NodeSpec<Schema>): NodeSpec<Schema> {
  return {
    ...spec,
    // Never used as the type that its author meant: what has a fault is left out.
    config: configFaults(spec.config).length === 0 ? spec.config : (z.object({}) as unknown as Schema),
    outcomes: outcomeFaults(spec.outcomes).length === 0 ? spec.outcomes : [],
    initial: isObject(spec.initial) ? spec.initial : {},
  };
}

function configFaults(config: unknown): readonly Text[] {
  if (!(config instanceof z.ZodObject)) return [noConfig];
  try {
    describeFields(config);
    return [];
  } catch (error) {
    return [sameText(error instanceof Error ? error.message : String(error))];
  }
}

function outcomeFaults(outcomes: unknown): readonly Text[] {
  if (!Array.isArray(outcomes)) return [noOutcomes];
  return outcomes.flatMap((part: unknown) => (isOutcome(part) ? [] : [noOutcome(part)]));
}

function isOutcome(part: unknown): boolean {
  if (!isObject(part)) return false;
  return (
    (part.kind === 'fixed' && typeof part.id === 'string') ||
    (part.kind === 'each' && Array.isArray(part.list) && typeof part.idField === 'string')
  );
}

const noConfig: Text = {
  ja: 'config が z.object({ … }) ではありません。',
  en: 'its config is no z.object({ … })',
};
const noOutcomes: Text = {
  ja: "outcomes がありません。[{ kind: 'fixed', id: 'done', label: { ja, en } }] のように書いてください。",
  en: "its outcomes are no list: write [{ kind: 'fixed', id: 'done', label: { ja, en } }]",
};
const noInitial: Text = { ja: 'initial がありません。{} でもかまいません。', en: 'it has no initial: {} will do' };
const noKeywords: Text = { ja: 'keywords が配列ではありません。', en: 'its keywords are no list' };

function noOutcome(part: unknown): Text {
  const given = quoteValue(part);
  return {
    ja: `outcomes の ${given} が読めません。{ kind: 'fixed', id: 'done', label: { ja, en } } のように書いてください。`,
    en: `of its outcomes, ${given} cannot be read: write { kind: 'fixed', id: 'done', label: { ja, en } }`,
  };
}

function noFunction(name: string): Text {
  return { ja: `${name} が関数ではありません。`, en: `its ${name} is no function` };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
