import type { Json } from '@sodate/journey/json';

/** Reads a parsed part of a config as the plain data it was parsed from. Schemas of configs make plain data only. */
export function asJson(value: unknown): Json | undefined {
  return value as Json | undefined;
}
