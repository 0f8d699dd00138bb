/** Plain data: what may be stored in a graph, an event or a plan. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What holds plain data through and through, whatever its shape is called; a date or a function within is `never`. */
type PlainData<Value> = Value extends Json | undefined
  ? Value
  : Value extends bigint | symbol | Date | ((...given: never) => unknown)
    ? never
    : { [Key in keyof Value]: PlainData<Value[Key]> };

/**
 * Plain data as such. A type that says part by part what it holds has no index signature, so it is not assignable
 * to `Json` though all of it is; this asks the compiler for each part, and is the one place that then insists.
 */
export function asJson<Value extends object>(value: Value & PlainData<Value>): JsonObject {
  return value as unknown as JsonObject;
}
