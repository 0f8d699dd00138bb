import type { Pool } from '@sodate/database/connect';
import type { Graph } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import type { Context } from '../context.ts';
import type { GraphDescription } from './describe-graph.ts';
import { type CatchUp, readCommandsSince } from './read-commands-since.ts';
import { readDraft } from './read-draft.ts';

export interface DraftNews extends GraphDescription {
  readonly revision: number;
  readonly savedAt: number;
  readonly since: CatchUp;
}

/**
 * What happens to a draft from revision `base` on: at once what came before the call, then each change as it is
 * stored, until `signal` aborts. @throws RequestError 'not-found'.
 */
export async function* watchDraft({
  context,
  input,
  signal,
}: {
  context: Context;
  input: { journey: JourneyId; base: number };
  signal: AbortSignal;
}): AsyncGenerator<DraftNews> {
  const bell = new Bell();
  signal.addEventListener('abort', () => bell.ring(), { once: true });
  const ear = await driverOf(context).listen(
    'draft',
    (journey) => {
      if (journey === input.journey) bell.ring();
    },
    () => bell.ring(),
  );
  try {
    let base = input.base;
    while (!signal.aborted) {
      const draft = await readDraft({ context, input: { journey: input.journey } });
      if (draft.revision !== base) {
        yield await newsOf({ context, draft, base });
        base = draft.revision;
      }
      await bell.rung();
    }
  } finally {
    await ear.unlisten();
  }
}

interface KnownDraft extends GraphDescription {
  readonly journey: JourneyId;
  readonly revision: number;
  readonly savedAt: number;
  readonly graph: Graph;
}

async function newsOf({
  context,
  draft,
  base,
}: {
  context: Context;
  draft: KnownDraft;
  base: number;
}): Promise<DraftNews> {
  const { revision, savedAt, summaries, problems } = draft;
  const since = await readCommandsSince({ context, journey: draft.journey, base, revision, graph: draft.graph });
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

  async rung(): Promise<void> {
    if (this.#rings === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
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
