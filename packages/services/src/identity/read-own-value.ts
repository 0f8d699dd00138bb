import type { attributeDefinition } from '@sodate/database/schema/lead';
import type { Json } from '@sodate/journey/json';
import { cutText } from '../as-storable.ts';

type Kind = (typeof attributeDefinition.$inferSelect)['kind'];

/** A value as its field's type, or undefined where it cannot be read as one. */
export function readOwnValue({ kind, value }: { kind: Kind; value: Json | undefined }): Json | undefined {
  if (value === null || typeof value === 'object' || value === undefined) return undefined;
  switch (kind) {
    case 'text':
      return cutText(String(value), 1_000);
    case 'number':
      return readNumber(value);
    case 'boolean':
      return readBoolean(value);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0];
  }
}

function readNumber(value: string | number | boolean): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(',', '')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function readBoolean(value: string | number | boolean): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (/^(true|yes|on|1|はい)$/i.test(String(value))) return true;
  return /^(false|no|off|0|いいえ)$/i.test(String(value)) ? false : undefined;
}
