import { z } from 'zod';
import { scalarValue } from '../kit/config-values.ts';
import type { Effect } from '../kit/effect.ts';

const lowered = z.object({ of: z.enum(['lead', 'company']), attribute: z.string(), value: scalarValue });

/** Asks the services to write the attribute in the hop's transaction. */
export const setAttributeEffect: Effect = {
  kind: 'inline',
  changes: ({ config }) => [{ kind: 'set-attribute', ...lowered.parse(config) }],
};
