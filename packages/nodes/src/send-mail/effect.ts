import type { Effect } from '../kit/effect.ts';

/** The product's own channel: prepared, sent and recorded by the services. */
export const sendMailEffect: Effect = { kind: 'mail' };
