import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ask, DrawScreen, FirstDrawing, Question } from './first-drawing.ts';
import { readLanguage } from './read-language.ts';

/** Later than this, the page goes out as it is, and the browser asks. */
const patienceMs = 2_000;

class TooLate extends Error {}

/** Draws first screens for those who ask for them, with what they themselves may know. */
export function openDrawing({ server, module }: { server: FastifyInstance; module: string }) {
  const load = loadNewest(module);
  // Read before the first person waits for it; a build that cannot be read says so with the first page.
  server.addHook('onListen', async () => {
    await load().catch(() => undefined);
  });
  /** A drawing that came to no end: all after it would wait for it. */
  let stuck: Promise<unknown> | undefined;
  return async ({ request, wide }: { request: FastifyRequest; wide: boolean }): Promise<FirstDrawing | undefined> => {
    if (stuck !== undefined) return undefined;
    const late = AbortSignal.timeout(patienceMs);
    try {
      const draw = await load();
      if (draw === undefined) return undefined;
      const language = readLanguage(request.headers);
      const drawing = draw({ address: request.url, language, wide, ask: askFor({ server, request, late }) });
      return await Promise.race([drawing, watch({ late, drawing })]);
    } catch (error) {
      // The browser draws it then, as it does every other screen.
      if (!(error instanceof TooLate)) request.log.warn({ error }, 'a first screen could not be drawn');
      return undefined;
    }
  };

  /** Marks the drawing as stuck once it is late, until it ends after all. */
  function watch({ late, drawing }: { late: AbortSignal; drawing: Promise<unknown> }): Promise<never> {
    let ended = false;
    const end = () => {
      ended = true;
      if (stuck === drawing) stuck = undefined;
    };
    drawing.then(end, end);
    return rejectWhenAborted(late).catch((error: unknown) => {
      if (!ended) stuck ??= drawing;
      throw error;
    });
  }
}

/** The build as it is now: it may have been made anew while the server runs. */
function loadNewest(module: string): () => Promise<DrawScreen | undefined> {
  let known: { builtAt: number; draw: Promise<DrawScreen> } | undefined;
  return async () => {
    const builtAt = statSync(module, { throwIfNoEntry: false })?.mtimeMs;
    if (builtAt === undefined) return known?.draw;
    if (known?.builtAt !== builtAt) known = { builtAt, draw: importDrawing(`${pathToFileURL(module)}?${builtAt}`) };
    return known.draw;
  };
}

async function importDrawing(address: string): Promise<DrawScreen> {
  const { drawScreen } = (await import(address)) as { drawScreen: DrawScreen };
  return drawScreen;
}

/** Asks as the browser would: the same guards, roles and limits hold. */
function askFor({
  server,
  request,
  late,
}: {
  server: FastifyInstance;
  request: FastifyRequest;
  late: AbortSignal;
}): Ask {
  const { cookie } = request.headers;
  return async (questions) => {
    const url = addressOf(questions);
    const answered = server.inject({ url, remoteAddress: request.ip, headers: cookie === undefined ? {} : { cookie } });
    const answer = await Promise.race([answered, rejectWhenAborted(late)]);
    const results = JSON.parse(answer.payload) as readonly { readonly result?: { readonly data: unknown } }[];
    return results.map(({ result }) => result);
  };
}

function addressOf(questions: readonly Question[]): string {
  const inputs = Object.fromEntries(
    questions.flatMap(({ input }, index) => (input === undefined ? [] : [[index, input]])),
  );
  const procedures = questions.map(({ procedure }) => procedure).join(',');
  return `/trpc/${procedures}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}`;
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((...[, reject]) => {
    const tooLate = () => reject(new TooLate());
    if (signal.aborted) tooLate();
    else signal.addEventListener('abort', tooLate, { once: true });
  });
}
