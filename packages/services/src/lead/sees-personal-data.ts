import type { Text } from '@sodate/journey/text';
import type { Actor } from '../context.ts';

/** Viewers work with numbers and paths: names, addresses, phones, own fields and what was typed stay hidden from them. */
export function seesPersonalData(actor: Actor): boolean {
  return actor.kind === 'system' || actor.role !== 'viewer';
}

/**
 * What went wrong, without what a mail server or a receiver said of it, which often quotes the address: it stands after
 * the colon of our own words.
 */
export function withoutOthersWords({ ja, en }: Text): Text {
  return { ja: ja.replace(/[：:].*$/s, ''), en: en.replace(/:.*$/s, '') };
}
