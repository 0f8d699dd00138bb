import type { ConfigMatch, DescribedField, FieldHint } from '@sodate/journey/graph/described-node';
import type { JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { z } from 'zod';

/** A list's item fields and bounds are read from its schema; the rest is said here. */
interface ListHint {
  readonly kind: 'list';
  readonly newItem: JsonObject;
  readonly addLabel: Text;
  readonly idField?: string;
}

export interface FieldAbout {
  readonly title: Text;
  /** A sentence under the field. */
  readonly help?: Text;
  readonly example?: Text;
  readonly hint: Exclude<FieldHint, { kind: 'list' }> | ListHint;
  /** Shown where one of these holds. A field that is not shown counts as absent. */
  readonly when?: readonly ConfigMatch[];
  /** Must be filled in where it is shown; otherwise as the schema says. */
  readonly required?: boolean;
}

/** Says how a part of a config is shown in the inspector. Comes last: `field(z.string().exactOptional(), { … })`. */
export function field<Schema extends z.ZodType>(schema: Schema, about: FieldAbout): Schema {
  return schema.meta({ field: about });
}

/**
 * The form's fields, in the order of the schema's keys.
 * @throws Error that names every key without `field(…)`, and every list that is none.
 */
export function describeFields(config: z.ZodObject): readonly DescribedField[] {
  const faults = findFaults(config);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return Object.entries(config.shape).flatMap(([key, schema]) => {
    const about = aboutOf(schema);
    return about === undefined ? [] : [describeField({ key, schema, about })];
  });
}

/** All at once: whoever mends one and starts again would else meet the next. */
function findFaults(config: z.ZodObject): readonly string[] {
  return Object.entries(config.shape).flatMap(([key, schema]) => {
    const about = aboutOf(schema);
    if (about === undefined)
      return isHiddenId(schema) ? [] : [`the config's "${key}" has no field(): say its title and hint`];
    if (about.hint?.kind !== 'list') return [];
    const item = itemOf(schema);
    return item === undefined ? [`the list hint of "${key}" needs a schema z.array(z.object(…))`] : findFaults(item);
  });
}

function itemOf(schema: z.core.$ZodType): z.ZodObject | undefined {
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodObject ? schema.element : undefined;
}

/** The schema of an item's own id: kept in the config, never shown. */
export const itemId = z.string().min(1).max(40).meta({ itemId: true });

function isHiddenId(schema: z.ZodType): boolean {
  return schema.meta()?.itemId === true;
}

function aboutOf(schema: z.ZodType): FieldAbout | undefined {
  // `field` is the only writer of this key.
  return schema.meta()?.field as FieldAbout | undefined;
}

function describeField({ key, schema, about }: { key: string; schema: z.ZodType; about: FieldAbout }): DescribedField {
  const { title, help, example, when, hint } = about;
  return {
    key,
    title,
    hint: hint.kind === 'list' ? describeList({ schema, hint }) : hint,
    required: about.required ?? !z.object({ key: schema }).safeParse({}).success,
    ...(help === undefined ? {} : { help }),
    ...(example === undefined ? {} : { example }),
    ...(when === undefined ? {} : { when }),
  };
}

function describeList({ schema, hint }: { schema: z.ZodType; hint: ListHint }): FieldHint {
  if (!(schema instanceof z.ZodArray) || !(schema.element instanceof z.ZodObject)) {
    throw new Error('a list hint needs a schema z.array(z.object(…))');
  }
  const bounds = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { ...hint, fields: describeFields(schema.element), min: bounds.minItems ?? 0, max: bounds.maxItems ?? 20 };
}
