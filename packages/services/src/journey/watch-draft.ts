import type { Pool } from '@sodate/database/connect';
import { journey } from '@sodate/database/schema/journey';
import type { JourneyId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { GraphDescription } from './describe-graph.ts';
import { endPresence } from './end-presence.ts';
import { journeyMissing } from './find-journey.ts';
import { type CatchUp, readCommandsSince } from './read-commands-since.ts';
import { type DraftCompany, presenceMs, readCompany } from './read-company.ts';
import { readDraft } from './read-draft.ts';

export interface DraftNews extends GraphDescription {
  readonly revision: number;
  readonly savedAt: number;
  readonly since: CatchUp;
}

/** One piece of news: of the draft, or of the people at it. */
export type DraftTidings =
  | { readonly kind: 'draft'; readonly news: DraftNews }
  | { readonly kind: 'company'; readonly company: DraftCompany };

/**
 * What happens to a draft from revision `base` on: at once what came before the call and who is there, then each
 * change as it is stored, until `signal` aborts. Then the tab counts as gone. @throws RequestError 'not-found'.
 */
export async function* watchDraft({
  context,
  input,
  signal,
}: {
  context: Context;
  input: { journey: JourneyId; base: number; clientId?: string | undefined };
  signal: AbortSignal;
}): AsyncGenerator<DraftTidings> {
  const bell = new Bell();
  signal.addEventListener('abort', () => bell.ring(), { once: true });
  const ear = await driverOf(context).listen(
    'draft',
    (rung) => {
      if (rung === input.journey) bell.ring();
    },
    () => bell.ring(),
  );
  try {
    let base = input.base;
    let known = '';
    while (!signal.aborted) {
      if ((await readRevision({ context, journey: input.journey })) !== base) {
        const news = await readNews({ context, journey: input.journey, base });
        yield { kind: 'draft', news };
        base = news.revision;
      }
      const company = await readCompany({ context, journey: input.journey });
      const told = JSON.stringify(company);
      if (told !== known) yield { kind: 'company', company };
      known = told;
      // Who leaves without a word is missed by the clock alone.
      await bell.rung({ withinMs: presenceMs });
    }
  } finally {
    await ear.unlisten();
    if (input.clientId !== undefined) await endPresence({ context, journey: input.journey, clientId: input.clientId });
  }
}

async function readRevision({ context, journey: id }: { context: Context; journey: JourneyId }): Promise<number> {
  const [row] = await context.database
    .select({ revision: journey.draftRevision })
    .from(journey)
    .where(eq(journey.id, id));
  if (row === undefined) throw journeyMissing();
  return row.revision;
}

async function readNews({
  context,
  journey: id,
  base,
}: {
  context: Context;
  journey: JourneyId;
  base: number;
}): Promise<DraftNews> {
  const { revision, savedAt, summaries, problems, graph } = await readDraft({ context, input: { journey: id } });
  const since = await readCommandsSince({ context, journey: id, base, revision, graph });
  return { revision, savedAt, summaries, problems, since };
}

/** Remembers one ring while nobody waits, so that no news falls between a look and the next wait. */
class Bell {
  #rings = 0;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rings += 1;
    this.#wake?.();
  }

  async rung({ withinMs }: { withinMs: number }): Promise<void> {
    if (this.#rings === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    this.#rings = 0;
  }
}

/** The postgres.js client under a pool made by `connect`, which alone can LISTEN. Never called in a transaction. */
function driverOf({ database }: Context): Pool['sql'] {
  return (database as Context['database'] & { $client: Pool['sql'] }).$client;
}
