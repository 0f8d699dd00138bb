import type { Actor } from '../context.ts';

/** Viewers work with numbers and paths: names, addresses, phones, own fields and what was typed stay hidden from them. */
export function seesPersonalData(actor: Actor): boolean {
  return actor.kind === 'system' || actor.role !== 'viewer';
}
