import type { VersionRow } from '@sodate/database/schema/journey';
import { compileGraph } from '@sodate/journey/compile/compile-graph';
import type { Plan } from '@sodate/journey/compile/plan';
import type { Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { pinMails } from '../mail/pin-mails.ts';
import { readZone } from '../organisation/read-zone.ts';
import { inTransaction } from '../transaction.ts';
import { tellWhoAskedToPublish } from './ask-to-publish.ts';
import { describeGraph } from './describe-graph.ts';
import { journeyId } from './journey-input.ts';
import { lockJourney } from './lock-journey.ts';
import { publishVersion } from './publish-version.ts';
import { readSurroundings } from './read-surroundings.ts';

const nodeId = z
  .string()
  .min(1)
  .max(100)
  .transform((id) => asId<'node'>(id));

const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('finish') }),
  z.object({ kind: z.literal('follow'), past: z.enum(['keep-old', 'go-on-now']) }),
  z.object({ kind: z.literal('move'), to: nodeId, at: z.enum(['now', 'old-time']) }),
]);

export const publishInput = z.object({
  journey: journeyId,
  /** The revision of the draft that the marketer saw: another one is refused. */
  revision: z.int32().min(0),
  /** For each node that holds leads, what becomes of them. Left out: follow, or finish where the node is gone. */
  choices: z.record(nodeId, choice).default({}),
});

/**
 * Publishes the draft as the next version. @throws RequestError 'conflict' where the draft has moved on since it was
 * looked at, 'invalid' where it has errors or a choice leads to a node that it does not have.
 */
export async function publishJourney({
  context,
  input,
}: {
  context: Context;
  input: z.infer<typeof publishInput>;
}): Promise<VersionRow> {
  return inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    if (row.draftRevision !== input.revision) throw draftMovedOn();
    const plan = await compileDraft({ context: inner, graph: row.draft });
    for (const one of Object.values(input.choices)) {
      if (one.kind === 'move' && !Object.values(plan.ops).some(({ node }) => node === one.to)) throw targetMissing();
    }
    const mails = await pinMails({ context: inner, graph: row.draft });
    await tellWhoAskedToPublish({ context: inner, row });
    const published = await publishVersion({
      context: inner,
      journey: row,
      graph: row.draft,
      plan,
      mails,
      choices: input.choices,
    });
    await writeAudit({
      context: inner,
      line: {
        action: 'journey-published',
        subject: 'journey',
        subjectId: row.id,
        detail: { number: published.number },
      },
    });
    return published;
  });
}

/** The plan of a draft without errors. @throws RequestError 'invalid' that says how many errors stand in the way. */
export async function compileDraft({ context, graph }: { context: Context; graph: Graph }): Promise<Plan> {
  const { catalog } = context.nodeTypes;
  const outside = await readSurroundings({ context });
  const errors = describeGraph({ graph, catalog, outside }).problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw hasErrors(errors.length);
  return compileGraph({ graph, catalog, zone: graph.settings.zone ?? (await readZone({ context })) });
}

function draftMovedOn() {
  return conflict({
    ja: '確認しているあいだに下書きが変わりました。もう一度「公開の準備へ」を開いてください。',
    en: 'The draft changed while you were looking. Open "Prepare to publish" again.',
  });
}

function hasErrors(count: number) {
  return invalid({
    ja: `問題が${count}件あるので公開できません。問題を直してください。`,
    en:
      count === 1
        ? 'There is 1 problem, so this cannot be published. Fix it first.'
        : `There are ${count} problems, so this cannot be published. Fix them first.`,
  });
}

function targetMissing() {
  return invalid(
    {
      ja: '移す先のノードが下書きにありません。選び直してください。',
      en: 'The node to move to is not in the draft. Choose another.',
    },
    'choices',
  );
}
