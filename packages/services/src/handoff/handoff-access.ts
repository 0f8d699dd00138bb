import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { UserId } from '@sodate/journey/id';
import type { Actor } from '../context.ts';
import { forbidden } from '../errors.ts';

type Owned = Pick<HandoffRow, 'ownerId'>;

/** A rep answers for the hand-offs that are theirs; sales managers, admins and the system for all. */
export function mayAnswer({ actor, row }: { actor: Actor; row: Owned }): boolean {
  if (actor.kind === 'system') return true;
  if (actor.role === 'sales-rep') return row.ownerId === actor.id;
  return mayReassign(actor);
}

export function mayReassign(actor: Actor): boolean {
  return actor.kind === 'system' || actor.role === 'sales-manager' || actor.role === 'admin';
}

/**
 * Who may reassign has no need to: they choose the next owner themselves. Once accepted, no deadline would bring it back
 * to anybody's mind.
 */
export function mayGiveBack({ actor, row }: { actor: Actor; row: Owned & Pick<HandoffRow, 'state'> }): boolean {
  return actor.kind === 'user' && mayAnswer({ actor, row }) && !mayReassign(actor) && row.state === 'open';
}

/** A rep sees their own only. */
export function maySee({ actor, row }: { actor: Actor; row: Owned }): boolean {
  return actor.kind === 'system' || actor.role !== 'sales-rep' || row.ownerId === actor.id;
}

/** The one person whose hand-offs this reader is shown; undefined: everybody's. */
export function onlyOwnerFor(actor: Actor): UserId | undefined {
  return actor.kind === 'user' && actor.role === 'sales-rep' ? actor.id : undefined;
}

/** @throws RequestError 'forbidden' where it is another's. */
export function assertMayAnswer({ actor, row }: { actor: Actor; row: Owned }): void {
  if (mayAnswer({ actor, row })) return;
  throw forbidden({
    ja: 'この引き渡しの担当はあなたではありません。担当の変更は営業マネージャーに頼んでください。',
    en: 'This hand-off is not yours. Ask a sales manager to reassign it.',
  });
}

/** @throws RequestError 'forbidden' */
export function assertMayGiveBack({ actor, row }: { actor: Actor; row: Owned }): void {
  assertMayAnswer({ actor, row });
  if (!mayReassign(actor)) return;
  throw forbidden({
    ja: '引き渡しをマネージャーへ返せるのは、営業担当です。営業マネージャーと管理者は、担当を変えてください。',
    en: 'Only sales reps give hand-offs back to the managers. Sales managers and admins reassign them.',
  });
}

/** @throws RequestError 'forbidden' */
export function assertMayReassign({ actor }: { actor: Actor }): void {
  if (mayReassign(actor)) return;
  throw forbidden({
    ja: '担当を変えられるのは、営業マネージャーと管理者です。',
    en: 'Only sales managers and admins can reassign a hand-off.',
  });
}

/** @throws RequestError 'forbidden' */
export function assertMaySee({ actor, row }: { actor: Actor; row: Owned }): void {
  if (maySee({ actor, row })) return;
  throw forbidden({
    ja: 'この引き渡しは、ほかの人が担当しています。',
    en: 'This hand-off belongs to somebody else.',
  });
}
