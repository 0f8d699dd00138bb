import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';

/** Marketers hold and release every node, sales managers those of the sales family. @throws RequestError 'forbidden'. */
export function permitHold({ context: { actor, nodeTypes }, type }: { context: Context; type: string }): void {
  if (actor.kind === 'system' || actor.role === 'admin' || actor.role === 'marketer') return;
  if (actor.role === 'sales-manager' && nodeTypes.catalog.get(type)?.family === 'sales') return;
  throw forbidden({
    ja: '保留と解除ができるのは、営業のノードだけです。ほかのノードはマーケティング担当者に頼んでください。',
    en: 'You may hold and release nodes of sales only. Ask a marketer for the others.',
  });
}
