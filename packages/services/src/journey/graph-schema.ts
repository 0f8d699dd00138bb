import { isSettings } from '@sodate/journey/edit/is-settings';
import {
  type EdgeId,
  edgeIdOf,
  type Graph,
  type GraphNode,
  type GroupId,
  type NoteId,
} from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import { isJsonObject, type Json, type JsonObject } from '@sodate/journey/json';
import { z } from 'zod';
import { isBoundedJson } from './bounded-json.ts';

/** Letters, digits, "_" and "-"; not a name that every object has ("constructor"), since ids are keys. */
const idText = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/)
  .refine((id) => !(id in {}));

export const nodeIdSchema = idText.transform(asId<'node'>);
export const noteIdSchema = idText.transform((id): NoteId => asId(id));
export const groupIdSchema = idText.transform((id): GroupId => asId(id));
export const outcomeSchema = idText;

export const edgeIdSchema = z
  .string()
  .max(121)
  .regex(/^[A-Za-z0-9_-]+\/[A-Za-z0-9_-]+$/)
  .transform((id): EdgeId => asId(id));

export const jsonSchema = z.custom<Json>(isBoundedJson);

const configSchema = z.custom<JsonObject>((value) => isBoundedJson(value) && isJsonObject(value));

export const positionSchema = z.object({
  x: z.number().min(-1_000_000).max(1_000_000),
  y: z.number().min(-1_000_000).max(1_000_000),
});

export const nodeSchema: z.ZodType<GraphNode> = z.object({
  id: nodeIdSchema,
  type: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  revision: z.number().int().min(1).max(10_000),
  title: z.string().max(200).exactOptional(),
  position: positionSchema,
  config: configSchema,
});

export const edgeEndsSchema = z.object({ from: nodeIdSchema, outcome: outcomeSchema, to: nodeIdSchema });

export const noteSchema = z.object({
  id: noteIdSchema,
  position: positionSchema,
  size: z.object({ width: z.number().min(1).max(10_000), height: z.number().min(1).max(10_000) }),
  text: z.string().max(10_000),
});

export const groupSchema = z.object({
  id: groupIdSchema,
  title: z.string().max(200),
  nodes: z.array(nodeIdSchema).max(2_000),
});

const { position, size, text } = noteSchema.shape;

export const noteChangeSchema = z.object({
  position: position.exactOptional(),
  size: size.exactOptional(),
  text: text.exactOptional(),
});

export const groupChangeSchema = z.object({
  title: groupSchema.shape.title.exactOptional(),
  nodes: groupSchema.shape.nodes.exactOptional(),
});

const settingsSchema = z.custom<Graph['settings']>((value) => isBoundedJson(value) && isSettings(value));

/** A draft may be larger than what can be published (validation says so), but not without bounds. */
export const draftLimits = {
  nodes: 2_000,
  edges: 10_000,
  notes: 500,
  groups: 500,
  /** As JSON. */
  characters: 4_000_000,
} as const;

/** The shape of a graph: bounded, its keys are the ids, and no edge or group without its nodes. */
export const graphSchema = z
  .object({
    nodes: recordOf(nodeSchema).refine(...most(draftLimits.nodes)),
    edges: recordOf(edgeEndsSchema.extend({ id: edgeIdSchema })).refine(...most(draftLimits.edges)),
    notes: recordOf(noteSchema).refine(...most(draftLimits.notes)),
    groups: recordOf(groupSchema).refine(...most(draftLimits.groups)),
    settings: settingsSchema,
  })
  .superRefine((graph, context) => {
    const missing = (id: NodeId) => !Object.hasOwn(graph.nodes, id);
    for (const edge of Object.values(graph.edges)) {
      const path = ['edges', edge.id];
      if (edge.id !== edgeIdOf(edge)) context.addIssue({ code: 'custom', path, params: { words: 'edge-id' } });
      if (missing(edge.from) || missing(edge.to)) {
        context.addIssue({ code: 'custom', path, params: { words: 'node-missing' } });
      }
    }
    for (const group of Object.values(graph.groups)) {
      if (!group.nodes.some(missing)) continue;
      context.addIssue({ code: 'custom', path: ['groups', group.id, 'nodes'], params: { words: 'node-missing' } });
    }
  });

function recordOf<Value extends z.ZodType<{ readonly id: string }>>(value: Value) {
  return z.record(z.string(), value).superRefine((record, context) => {
    for (const [key, entry] of Object.entries(record)) {
      if (entry.id !== key) context.addIssue({ code: 'custom', path: [key, 'id'], params: { words: 'key' } });
    }
  });
}

function most(
  count: number,
): [check: (record: object) => boolean, about: { params: { words: string; count: number } }] {
  return [(record) => Object.keys(record).length <= count, { params: { words: 'too-many', count } }];
}
