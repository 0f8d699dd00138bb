import type { LoweredOp, NodeContract } from '../graph/node-contract.ts';
import { rememberByContent } from '../graph/remember-by-content.ts';
import { asId, type OpId } from '../id.ts';
import type { JsonObject } from '../json.ts';

/**
 * Where a node type's `lower` and the rest do not meet: an effect that no type has; an outcome that its own type lacks; or
 * one that the type shows and no op leads out by.
 */
export interface LoweringFault {
  readonly kind: 'effect' | 'outcome';
  readonly name: string;
}

/**
 * Lowers a node as if all its outcomes were connected, and lists what leads nowhere: there a lead would stand still, or end
 * without anybody having drawn it so. `effects`: the types that have one. @throws what `lower` throws.
 */
export function findLoweringFaults({
  contract,
  config,
  effects,
}: {
  contract: NodeContract;
  /** One that the type's schema accepts. */
  config: JsonObject;
  effects: ReadonlySet<string>;
}): readonly LoweringFault[] {
  const { named, lost } = rehearsalOf(contract)(config);
  return [
    ...named.filter((name) => !effects.has(name)).map((name) => ({ kind: 'effect' as const, name })),
    ...lost.map((name) => ({ kind: 'outcome' as const, name })),
  ];
}

interface Rehearsal {
  /** The effects that its acts call. */
  readonly named: readonly string[];
  readonly lost: readonly string[];
}

const rehearsals = new WeakMap<NodeContract, (config: JsonObject) => Rehearsal>();

/** A type and a config give the same ops each time. */
function rehearsalOf(contract: NodeContract): (config: JsonObject) => Rehearsal {
  const known = rehearsals.get(contract);
  if (known !== undefined) return known;
  const remembered = rememberByContent((config) => rehearse({ contract, config }));
  rehearsals.set(contract, remembered);
  return remembered;
}

function rehearse({ contract, config }: { contract: NodeContract; config: JsonObject }): Rehearsal {
  const had = new Set(contract.outcomes(config).map(({ id }) => id));
  const after = (outcome: string): OpId => asId(`after.${outcome}`);
  const { ops } = contract.lower({
    config,
    lowering: {
      node: asId('rehearsed'),
      title: contract.title,
      target: (outcome) => (had.has(outcome) ? after(outcome) : undefined),
      condition: () => asId('rehearsed'),
      op: (part) => asId(part === undefined ? 'rehearsed' : `rehearsed.${part}`),
    },
  });
  const led = new Set(ops.flatMap(({ next }) => Object.values(next)));
  // A trigger has no op: the compiler follows its outcome.
  const unled = contract.isTrigger ? [] : [...had].filter((outcome) => !led.has(after(outcome)));
  return {
    named: [...new Set(ops.flatMap((op) => (op.kind === 'act' ? [op.effect] : [])))],
    lost: [...new Set([...ops.flatMap((op) => strayOutcomes({ op, had })), ...unled])],
  };
}

/** Outcomes that the op takes and nothing leads on from, and ways on by outcomes that such an op never takes. */
function strayOutcomes({ op, had }: { op: LoweredOp; had: ReadonlySet<string> }): readonly string[] {
  const taken = outcomesOf(op);
  if (taken === undefined) return [];
  const unled = chosenOutcomes(op).filter((outcome) => op.next[outcome] === undefined && !had.has(outcome));
  return [...unled, ...Object.keys(op.next).filter((outcome) => !taken.includes(outcome))];
}

/** All that the op may leave by; undefined where it ends. */
function outcomesOf(op: LoweredOp): readonly string[] | undefined {
  if (op.kind === 'act') return op.external === undefined ? ['done'] : ['done', 'failed', 'not-sent'];
  if (op.kind === 'wait') return ['done'];
  return op.kind === 'goal' || op.kind === 'end' ? undefined : chosenOutcomes(op);
}

/** Those whose names the node type chose. */
function chosenOutcomes(op: LoweredOp): readonly string[] {
  if (op.kind === 'branch') return [...op.arms.map(({ outcome }) => outcome), op.otherwise];
  if (op.kind === 'split') return op.arms.map(({ outcome }) => outcome);
  if (op.kind !== 'listen') return [];
  const heard = [...op.events, ...op.conditions].map(({ outcome }) => outcome);
  return op.timeout === undefined ? heard : [...heard, op.timeout.outcome];
}
