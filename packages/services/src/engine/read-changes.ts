import type { Change } from '@sodate/journey/graph/node-contract';
import { stages } from '@sodate/journey/stage';
import { ContractFault } from '@sodate/journey/validate/contract-fault';
import { quoteValue } from '@sodate/nodes/kit/quote-value';
import { z } from 'zod';

const schema = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('set-attribute'),
      of: z.enum(['lead', 'company']),
      attribute: z.string(),
      value: z.json(),
    }),
    z.object({
      kind: z.literal('give-points'),
      points: z.number(),
      category: z.string().optional(),
      note: z.string(),
    }),
    z.object({ kind: z.literal('change-stage'), stage: z.enum(stages) }),
    z.object({ kind: z.literal('create-handoff'), handoff: z.looseObject({}) }),
  ]),
);

/** What a node type's own `changes` returned, whatever its types said. @throws ContractFault where it cannot be read. */
export function readChanges({ type, value }: { type: string; value: unknown }): readonly Change[] {
  if (schema.safeParse(value).success) return value as readonly Change[];
  const given = quoteValue(value);
  const example = "[{ kind: 'set-attribute', of: 'lead', attribute, value }]";
  throw new ContractFault({
    ja: `${type} の結果が読めません：changes は ${example} のような変更の配列を返してください。返されたのは ${given}`,
    en: `what changes of ${type} returned cannot be read: return a list of changes, such as ${example}. It returned ${given}`,
  });
}
