import type { SendResult } from '@sodate/nodes/kit/effect';
import { quoteValue } from '@sodate/nodes/kit/quote-value';
import { z } from 'zod';

const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent'), receipt: z.string().optional() }),
  z.object({
    kind: z.literal('surely-not'),
    error: z.string(),
    again: z.boolean(),
    afterMs: z.number().optional(),
    bounced: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('unknown'), error: z.string(), again: z.literal(false).optional() }),
]);

/**
 * What a node type's own `send` returned, whatever its types said. One that cannot be read says nothing of what happened
 * outside, though the effect ran to its end: unknown, and not repeated, as only its author can mend it.
 */
export function readSendResult({ type, value }: { type: string; value: unknown }): SendResult {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as SendResult;
  const error = `what send of ${type} returned cannot be read: ${quoteValue(value)}`;
  // Of all it might have said, this much was clear.
  if (hasKind(value) && value.kind === 'surely-not') return { kind: 'surely-not', error, again: false };
  return { kind: 'unknown', error, again: false };
}

function hasKind(value: unknown): value is { readonly kind: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
