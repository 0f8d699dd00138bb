import type { DescribedField } from '@sodate/journey/graph/described-node';
import { matchesConfig } from '@sodate/journey/graph/resolve-outcomes';
import { isJsonObject, type Json, type JsonObject } from '@sodate/journey/json';

/**
 * The config without what its form does not show: a field left from another choice must neither be checked nor have
 * an effect. Keys that are no fields (ids of items) stay.
 */
export function dropHidden({ fields, config }: { fields: readonly DescribedField[]; config: JsonObject }): JsonObject {
  const kept: Record<string, Json> = { ...config };
  for (const field of fields) {
    const value = config[field.key];
    if (value === undefined) continue;
    if (!isShown({ field, config })) delete kept[field.key];
    else if (field.hint.kind === 'list' && Array.isArray(value)) {
      const itemFields = field.hint.fields;
      kept[field.key] = value.map((item: Json) =>
        isJsonObject(item) ? dropHidden({ fields: itemFields, config: item }) : item,
      );
    }
  }
  return kept;
}

export function isShown({ field, config }: { field: DescribedField; config: JsonObject }): boolean {
  return field.when === undefined || field.when.some((match) => matchesConfig({ match, config }));
}
