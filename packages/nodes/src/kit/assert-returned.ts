import type { CheckProblem, Lowered } from '@sodate/journey/graph/node-contract';
import type { Text } from '@sodate/journey/text';
import { ContractFault } from '@sodate/journey/validate/contract-fault';
import { z } from 'zod';
import { quoteValue } from './quote-value.ts';

const text = z.object({ ja: z.string(), en: z.string() });
const ways = z.record(z.string(), z.string().optional());
const external = z.object({
  channel: z.string(),
  limitMs: z.number(),
  repeatable: z.boolean(),
  onAmbiguous: z.enum(['go-on', 'hold']),
  attempts: z.number(),
});
const op = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('act'),
    id: z.string(),
    effect: z.string(),
    config: z.record(z.string(), z.unknown()),
    external: external.optional(),
    next: ways,
  }),
  z.object({ kind: z.literal('wait'), id: z.string(), spec: z.looseObject({}), next: ways }),
  z.object({
    kind: z.literal('listen'),
    id: z.string(),
    events: z.array(z.unknown()),
    conditions: z.array(z.unknown()),
    next: ways,
  }),
  z.object({
    kind: z.literal('branch'),
    id: z.string(),
    arms: z.array(z.unknown()),
    otherwise: z.string(),
    next: ways,
  }),
  z.object({ kind: z.literal('split'), id: z.string(), arms: z.array(z.unknown()), next: ways }),
  z.object({ kind: z.enum(['goal', 'end']), id: z.string(), next: ways }),
]);

const promised = {
  summary: { schema: text, shape: "{ ja: '…', en: '…' }" },
  check: {
    schema: z.array(z.object({ severity: z.enum(['error', 'warning']), message: text, mend: text })),
    shape: "[{ severity: 'error', message: { ja, en }, mend: { ja, en } }]",
  },
  lower: {
    schema: z.object({ ops: z.array(op) }),
    shape: "{ ops: [{ kind: 'act', id: lowering.op(), effect, config, next: nextOf(…) }] }",
  },
  guess: { schema: z.record(z.string(), z.number()), shape: '{ done: 0.9, failed: 0.1 }' },
} as const;

type Part = keyof typeof promised;
interface Returned {
  summary: Text;
  check: readonly CheckProblem[];
  lower: Lowered;
  guess: Readonly<Record<string, number>>;
}

/**
 * Gives back what a node type's own function returned, once it is what it should be, whatever its types said.
 * @throws ContractFault that names the function, what it should return, and what it did.
 */
export function assertReturned<Name extends Part>({
  type,
  part,
  value,
}: {
  type: string;
  part: Name;
  value: Returned[Name];
}): Returned[Name] {
  const { schema, shape } = promised[part];
  const parsed = schema.safeParse(value);
  if (parsed.success) return value;
  const [at] = parsed.error.issues.map(({ path }) => path.map(String).join('.'));
  const where =
    at === undefined || at === '' ? { ja: '', en: '' } : { ja: `（${at} が違います）`, en: ` (${at} is wrong)` };
  const given = quoteValue(value);
  throw new ContractFault({
    ja: `${type} の ${part} の結果が読めません：${shape} を返してください。返されたのは ${given}${where.ja}`,
    en: `what ${part} of ${type} returned cannot be read: return ${shape}. It returned ${given}${where.en}`,
  });
}
