import { createHash } from 'node:crypto';

/** The Message-ID of an effect's mail: from its key alone, so that every attempt carries the same. */
export function messageIdOf({ key }: { key: string }): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@sodate.local>`;
}
