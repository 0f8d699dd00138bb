import type { ConfigPath, DescribedField } from '@sodate/journey/graph/described-node';
import type { JsonObject } from '@sodate/journey/json';

/** The mail that a config chooses in its mail picker. Hidden fields are already dropped. */
export function findChosenMail({
  fields,
  config,
}: {
  readonly fields: readonly DescribedField[];
  readonly config: JsonObject;
}): { readonly mail: string; readonly path: ConfigPath } | undefined {
  const key = fields.find(({ hint }) => hint.kind === 'mail')?.key;
  const mail = key === undefined ? undefined : config[key];
  return key === undefined || typeof mail !== 'string' || mail === '' ? undefined : { mail, path: [key] };
}
