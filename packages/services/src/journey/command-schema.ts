import type { Command } from '@sodate/journey/edit/command';
import { z } from 'zod';
import {
  edgeEndsSchema,
  edgeIdSchema,
  groupChangeSchema,
  groupIdSchema,
  groupSchema,
  jsonSchema,
  nodeIdSchema,
  nodeSchema,
  noteChangeSchema,
  noteIdSchema,
  noteSchema,
  outcomeSchema,
  positionSchema,
} from './graph-schema.ts';

const pathSchema = z
  .array(z.union([z.string().min(1).max(100), z.number().int().min(0).max(10_000)]))
  .max(16)
  .refine((path) => !path.includes('__proto__'));

const placeSchema = { path: pathSchema, value: jsonSchema.exactOptional() };

const single = [
  z.object({ kind: z.literal('add-node'), node: nodeSchema }),
  z.object({ kind: z.literal('remove-nodes'), nodes: z.array(nodeIdSchema).max(2_000), heal: z.boolean() }),
  z.object({ kind: z.literal('move-nodes'), to: z.record(nodeIdSchema, positionSchema) }),
  z.object({ kind: z.literal('set-config'), node: nodeIdSchema, ...placeSchema }),
  z.object({ kind: z.literal('rename-node'), node: nodeIdSchema, title: z.string().max(200).exactOptional() }),
  z.object({ kind: z.literal('connect'), ...edgeEndsSchema.shape }),
  z.object({ kind: z.literal('disconnect'), edge: edgeIdSchema }),
  z.object({
    kind: z.literal('insert-on-edge'),
    edge: edgeIdSchema,
    node: nodeSchema,
    outcome: outcomeSchema.exactOptional(),
  }),
  z.object({
    kind: z.literal('paste'),
    nodes: z.array(nodeSchema).max(2_000),
    edges: z.array(edgeEndsSchema).max(10_000),
  }),
  z.object({ kind: z.literal('set-setting'), ...placeSchema }),
  z.object({ kind: z.literal('put-note'), note: noteSchema }),
  z.object({ kind: z.literal('change-note'), note: noteIdSchema, change: noteChangeSchema }),
  z.object({ kind: z.literal('remove-note'), note: noteIdSchema }),
  z.object({ kind: z.literal('put-group'), group: groupSchema }),
  z.object({ kind: z.literal('change-group'), group: groupIdSchema, change: groupChangeSchema }),
  z.object({ kind: z.literal('remove-group'), group: groupIdSchema }),
] as const;

/** Undoing a batch that held batches nests them again; deeper ones nobody makes. */
const mostNested = 4;

function commandWithin(levels: number): z.ZodType<Command> {
  if (levels === 0) return z.discriminatedUnion('kind', single);
  const commands = z.array(z.lazy(() => commandWithin(levels - 1))).max(5_000);
  return z.discriminatedUnion('kind', [...single, z.object({ kind: z.literal('batch'), commands })]);
}

/** A command from outside: bounded in size and depth. Whether it applies is for `applyCommand` to say. */
export const commandSchema: z.ZodType<Command> = commandWithin(mostNested);
