import type { Effect } from '@sodate/nodes/kit/effect';
import { z } from 'zod';

const call = z.object({ url: z.string() });
const brief = z.object({ user: z.string(), calendar: z.string(), seconds: z.number() });

/** Posts the lead's id to an address; the receiver drops repeats by the idempotency key. */
const callEffect: Effect = {
  kind: 'external',
  send: ({ config, lead, http }) => http.post({ url: call.parse(config).url, body: { lead: lead.id } }),
};

/** A hand-off whose deadline is seconds away; the built-in node counts whole business hours. */
const quickHandoffEffect: Effect = {
  kind: 'inline',
  changes: ({ config }) => {
    const { user, calendar, seconds } = brief.parse(config);
    const handoff = {
      to: { kind: 'user', user },
      followUp: 'Call',
      questions: [],
      sla: { amount: seconds / 60, unit: 'minutes' },
      calendar,
    } as const;
    return [{ kind: 'create-handoff', handoff }];
  },
};

/** Node types of the campaign's own, beside the built-in ones. */
export const campaignEffects: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ['campaign-call', callEffect],
  ['campaign-handoff', quickHandoffEffect],
]);
