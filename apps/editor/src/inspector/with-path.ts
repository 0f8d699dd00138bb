import type { ConfigPath } from '@sodate/journey/graph/described-node';
import type { Json, JsonObject } from '@sodate/journey/json';

/** The config as it will be once a place is set: to see which fields will then be shown. */
export function withPath({
  config,
  path,
  value,
}: {
  config: JsonObject;
  path: ConfigPath;
  value: Json | undefined;
}): JsonObject {
  const [first, ...rest] = path;
  if (first === undefined) return config;
  const old = (config as Readonly<Record<string | number, Json>>)[first];
  const isBranch = typeof old === 'object' && old !== null;
  const next = rest.length === 0 ? value : withPath({ config: isBranch ? (old as JsonObject) : {}, path: rest, value });
  const { [first]: _old, ...others } = config as Readonly<Record<string | number, Json>>;
  return next === undefined ? others : { ...others, [first]: next };
}
