import { journey } from '@sodate/database/schema/journey';
import { asId, type TeamId } from '@sodate/journey/id';
import { builtInTemplates } from '@sodate/nodes/templates/built-in-templates';
import type { Context } from '../context.ts';
import { applyCommands } from '../journey/apply-commands.ts';
import { createJourney } from '../journey/create-journey.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { inTransaction } from '../transaction.ts';

/** Puts the template's draft into an installation that has no journey, handing over to `team`. Gives whether it did. */
export async function seedJourney({ context, team }: { context: Context; team?: TeamId }): Promise<boolean> {
  const [any] = await context.database.select({ id: journey.id }).from(journey).limit(1);
  if (any !== undefined) return false;
  await inTransaction({ context }, async (inner) => {
    const template = 'document-request';
    const { language } = await readOrganisation({ context: inner });
    const input = { name: builtInTemplates[template].title[language], template } as const;
    const { id } = await createJourney({ context: inner, input });
    if (team === undefined) return;
    const to = { kind: 'team', team: String(team) };
    const command = { kind: 'set-config', node: asId<'node'>('n_sales'), path: ['to'], value: to } as const;
    const commands = [{ id: 'seed-team', command }];
    await applyCommands({ context: inner, input: { journey: id, clientId: 'seed', base: 0, commands } });
  });
  return true;
}
