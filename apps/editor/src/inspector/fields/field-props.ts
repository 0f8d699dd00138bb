import type { DescribedField, FieldHint } from '@sodate/journey/graph/described-node';
import type { Json, JsonObject } from '@sodate/journey/json';

/** A field and its place in a config, before its wording is chosen. */
export type FieldPart = Pick<
  FieldProps,
  'field' | 'value' | 'set' | 'setBelow' | 'config' | 'disabled' | 'error' | 'errorBelow'
>;

/** What every field component gets. `value` is whatever the draft holds; a component shows nonsense as empty. */
export interface FieldProps<Kind extends FieldHint['kind'] = FieldHint['kind']> {
  readonly field: DescribedField;
  readonly hint: Extract<FieldHint, { kind: Kind }>;
  readonly value: Json | undefined;
  /** `undefined` clears the place. */
  readonly set: (value: Json | undefined) => void;
  /** The whole config, for fields that depend on others. */
  readonly config: JsonObject;
  /** Sets a place below the field, counted from it: [2, "title"] in a list. */
  readonly setBelow: (path: readonly (string | number)[], value: Json | undefined) => void;
  readonly disabled: boolean;
  readonly label: string;
  readonly help: string | undefined;
  readonly example: string | undefined;
  /** What is wrong here, in words. */
  readonly error: string | undefined;
  /** Problems at places below, by path from the field. */
  readonly errorBelow: (path: readonly (string | number)[]) => string | undefined;
}

/**
 * The product's mark of what must be filled in, for a field's input. It is told to a screen reader beside the name; the
 * attribute `required` would have the browser add a bubble of its own.
 */
export function markRequired({ required }: Pick<DescribedField, 'required'>) {
  return { withAsterisk: required, 'aria-required': required };
}

export function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
