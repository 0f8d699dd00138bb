import type { LoweredOp, NodeContract } from '../graph/node-contract.ts';
import { rememberByContent } from '../graph/remember-by-content.ts';
import { asId, type OpId } from '../id.ts';
import type { JsonObject } from '../json.ts';

/**
 * Where a node type's `lower` and the rest do not meet: an effect that no type has; an outcome that its own type lacks, or
 * that it shows and no op leads out by; or a way out of an op (`of`) that leaves by `leaves` only, of which `free` are not used.
 */
export type LoweringFault =
  | { readonly kind: 'effect' | 'outcome'; readonly name: string }
  | {
      readonly kind: 'exit';
      readonly name: string;
      readonly of: 'act' | 'wait';
      readonly leaves: readonly string[];
      readonly free: readonly string[];
    };

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
  const { named, strayed, lost } = rehearsalOf(contract)(config);
  return [
    ...named.filter((name) => !effects.has(name)).map((name) => ({ kind: 'effect' as const, name })),
    ...strayed,
    ...lost.map((name) => ({ kind: 'outcome' as const, name })),
  ];
}

interface Rehearsal {
  /** The effects that its acts call. */
  readonly named: readonly string[];
  readonly strayed: readonly LoweringFault[];
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
    strayed: ops.flatMap(strayExits),
    lost: [...new Set([...ops.flatMap((op) => strayOutcomes({ op, had })), ...unled])],
  };
}

/** Ways out of an act or a wait by names that it never leaves by. */
function strayExits(op: LoweredOp): readonly LoweringFault[] {
  if (op.kind !== 'act' && op.kind !== 'wait') return [];
  const leaves = leavesBy(op);
  const used = Object.keys(op.next);
  const free = leaves.filter((exit) => !used.includes(exit));
  const strayed = used.filter((exit) => !leaves.includes(exit));
  return strayed.map((name) => ({ kind: 'exit', name, of: op.kind, leaves, free }));
}

/** Only of a mail is it known beforehand whom it may not be sent to. */
function leavesBy(op: Extract<LoweredOp, { kind: 'act' | 'wait' }>): readonly string[] {
  if (op.kind === 'wait' || op.external === undefined) return ['done'];
  return op.external.channel === 'mail' ? ['done', 'failed', 'not-sent'] : ['done', 'failed'];
}

/** Outcomes that the op takes and nothing leads on from, and ways on by outcomes that it never takes. */
function strayOutcomes({ op, had }: { op: LoweredOp; had: ReadonlySet<string> }): readonly string[] {
  if (op.kind !== 'branch' && op.kind !== 'split' && op.kind !== 'listen') return [];
  const taken = chosenOutcomes(op);
  const unled = taken.filter((outcome) => op.next[outcome] === undefined && !had.has(outcome));
  return [...unled, ...Object.keys(op.next).filter((outcome) => !taken.includes(outcome))];
}

/** Those whose names the node type chose. */
function chosenOutcomes(op: LoweredOp): readonly string[] {
  if (op.kind === 'branch') return [...op.arms.map(({ outcome }) => outcome), op.otherwise];
  if (op.kind === 'split') return op.arms.map(({ outcome }) => outcome);
  if (op.kind !== 'listen') return [];
  const heard = [...op.events, ...op.conditions].map(({ outcome }) => outcome);
  return op.timeout === undefined ? heard : [...heard, op.timeout.outcome];
}
