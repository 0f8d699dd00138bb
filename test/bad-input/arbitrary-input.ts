import fc from 'fast-check';
import { z } from 'zod';
import { arbitraryJson, arbitraryNumber, arbitraryText } from './arbitrary-json.ts';

/** What `z.toJSONSchema` writes, as far as it is read here. */
interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}

interface Given {
  /** Ids of things that are there. */
  readonly ids: readonly string[];
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  readonly depth: number;
}

const deepest = 6;

/**
 * Inputs for a procedure that mostly have its shape, so that they get past parsing, with hostile values at every place;
 * some have another shape altogether.
 */
export function arbitraryInput({ schema, ids }: { schema: z.ZodType; ids: readonly string[] }): fc.Arbitrary<unknown> {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return of(described, { ids, definitions: described.$defs ?? {}, depth: 0 });
}

function of(schema: JsonSchema, given: Given): fc.Arbitrary<unknown> {
  if (given.depth > deepest) return arbitraryJson();
  return fc.oneof(
    { weight: 24, arbitrary: shaped(schema, { ...given, depth: given.depth + 1 }) },
    { weight: 1, arbitrary: arbitraryJson() },
  );
}

function shaped(schema: JsonSchema, given: Given): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, allOf, $ref } = schema;
  if ($ref !== undefined) return of(given.definitions[$ref.replace('#/$defs/', '')] ?? {}, given);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = anyOf ?? oneOf ?? allOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => of(one, given)));
  switch (schema.type) {
    case 'string':
      return shapedText(schema, given);
    case 'integer':
    case 'number':
      return shapedNumber(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return shapedArray(schema, given);
    case 'object':
      return shapedObject(schema, given);
    default:
      return arbitraryJson();
  }
}

function shapedText({ format, minLength = 0, maxLength = 300 }: JsonSchema, { ids }: Given): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() });
  const fitting = arbitraryText().map((text) => text.slice(0, maxLength).padEnd(minLength, 'x'));
  const name = fc.constantFrom('n_one', 'n_two', 'n_one/next', 'next', 'wait', 'send-mail', 'name@example.jp', '10:00');
  const cursor = fc.tuple(fc.constantFrom(...ids), arbitraryPlace()).map(([id, value]) => `${id}~${value}`);
  return fc.oneof(
    fitting,
    fitting,
    name,
    cursor,
    arbitraryPlace(),
    arbitraryPlace().map((at) => `${at} key`),
  );
}

/** What a cursor may hold: times and numbers, of which some cannot be. */
function arbitraryPlace(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '9999-99-99T99:99:99.999Z',
      '0000-01-01T00:00:00.000Z',
      '2026-02-30T00:00:00.000Z',
      '99999999999',
      '12',
    ),
    arbitraryText(),
  );
}

function shapedNumber({ minimum, maximum }: JsonSchema): fc.Arbitrary<number> {
  const bounds = [minimum ?? 0, maximum ?? 1, (minimum ?? 0) + 1];
  return fc.oneof(fc.constantFrom(...bounds), fc.integer({ min: 0, max: 30 }), arbitraryNumber());
}

function shapedArray({ items, prefixItems }: JsonSchema, given: Given): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => of(one, given)));
  return fc.array(of(typeof items === 'object' ? items : {}, given), { maxLength: 3 });
}

function shapedObject(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  given: Given,
): fc.Arbitrary<unknown> {
  const named = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one, given)]));
  const known = fc.record(named, { requiredKeys: required.filter((name) => name in named) });
  if (typeof additionalProperties !== 'object') return known;
  const key = fc.oneof(fc.constantFrom(...given.ids, 'n_one', 'budget'), arbitraryText());
  const further = fc.dictionary(key, of(additionalProperties, given), { maxKeys: 3 });
  return fc.tuple(known, further).map(([one, other]) => ({ ...other, ...one }));
}
