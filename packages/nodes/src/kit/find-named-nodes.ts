import type { ConfigPath, DescribedField } from '@sodate/journey/graph/described-node';
import { asId, type NodeId } from '@sodate/journey/id';
import { isJsonObject, type Json, type JsonObject } from '@sodate/journey/json';

interface NamedNode {
  readonly node: NodeId;
  readonly path: ConfigPath;
}

/** The other nodes that a config names in its node pickers, in lists too. Hidden fields are already dropped. */
export function findNamedNodes(form: {
  readonly fields: readonly DescribedField[];
  readonly config: JsonObject;
  readonly at: ConfigPath;
}): readonly NamedNode[] {
  return form.fields.flatMap((field): readonly NamedNode[] => {
    const value = form.config[field.key];
    const path = [...form.at, field.key];
    if (field.hint.kind === 'node') {
      return typeof value === 'string' && value !== '' ? [{ node: asId(value), path }] : [];
    }
    if (field.hint.kind !== 'list' || !Array.isArray(value)) return [];
    const { fields } = field.hint;
    return value.flatMap((item: Json, index) =>
      isJsonObject(item) ? findNamedNodes({ fields, config: item, at: [...path, index] }) : [],
    );
  });
}
