import type { z } from 'zod';
import { bantAttributes, ensureBantAttributes } from '../attribute/bant-attributes.ts';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';
import { changeAttribute } from '../lead/change-attribute.ts';
import { originOf } from './carry-on-handoff.ts';
import { changeHandoff } from './change-handoff.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { fillBantInput } from './handoff-input.ts';

/**
 * Writes what the rep learnt of budget, authority, need and time frame onto the lead, where conditions find it.
 * @throws RequestError 'not-found', 'forbidden' (another's), 'invalid' (no BANT field of that name).
 */
export async function fillBant({ context, input }: { context: Context; input: z.output<typeof fillBantInput> }) {
  const unknown = Object.keys(input.answers).find((name) => !bantAttributes.some((one) => one.name === name));
  if (unknown !== undefined) throw noSuchField(unknown);
  await changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row } }) => {
    assertMayAnswer({ actor: inner.actor, row });
    await ensureBantAttributes({ context: inner });
    for (const [attribute, answer] of Object.entries(input.answers)) {
      const value = answer === '' ? null : answer;
      await changeAttribute({ context: inner, lead: row.leadId, of: 'lead', attribute, value, cause: originOf(row) });
    }
  });
}

function noSuchField(name: string) {
  const known = bantAttributes.map((one) => one.name).join(', ');
  return invalid(
    {
      ja: `BANTに「${name}」という項目はありません。使えるのは ${known} です。`,
      en: `BANT has no field "${name}". It has ${known}.`,
    },
    'answers',
  );
}
