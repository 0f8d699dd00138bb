import type { DrawScreen, FirstDrawing, Question } from '@sodate/api/server/first-drawing';
import type { Language } from '@sodate/journey/text';
import { dehydrate, type Query } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { App } from '../app.tsx';
import { currentLanguage, startLanguage, switchLanguage } from '../language/language.ts';
import { makeRouter } from '../router.ts';
import { queryClient } from '../server/query-client.ts';
import { sessionQuery } from '../server/use-session.ts';

interface Answer {
  readonly query: Query['queryKey'];
  readonly data: unknown;
}

/** How React marks a part that it left waiting: its file may have gone with a newer build. */
const givenUp = '<!--$!-->';

/** A screen asks, draws with what it learnt, and then asks for its parts. Deeper ones may fill in later. */
const mostRounds = 3;

/** A part whose answer is not there is drawn waiting, as in the browser. */
export const drawScreen: DrawScreen = async ({ address, language, wide, ask }) => {
  const asked = new Map<string, Answer | undefined>();
  let questions: readonly Query['queryKey'][] = [sessionQuery.queryKey];
  let drawn: Awaited<ReturnType<typeof drawOnce>>;
  for (let round = 0; round < mostRounds && questions.length > 0; round += 1) {
    const answers = await ask(questions.map(toQuestion));
    questions.forEach((query, index) => {
      const answer = answers[index];
      asked.set(JSON.stringify(query), answer === undefined ? undefined : { query, data: answer.data });
    });
    const known = [...asked.values()].filter((answer) => answer !== undefined);
    // Not even who is asking.
    if (known.length === 0) return undefined;
    drawn = await alone(() => drawOnce({ address, language, wide, answers: known }));
    if (drawn === undefined) return undefined;
    questions = drawn.open.filter((query) => !asked.has(JSON.stringify(query)));
  }
  return drawn?.drawing.html.includes(givenUp) ? undefined : drawn?.drawing;
};

/** The editor's modules hold the answers of one person, as in a browser: another's page is drawn after it, never beside. */
let last: Promise<unknown> = Promise.resolve();

function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

async function drawOnce({
  address,
  language,
  wide,
  answers,
}: {
  address: string;
  language: Language;
  wide: boolean;
  answers: readonly Answer[];
}): Promise<{ drawing: FirstDrawing; open: readonly Query['queryKey'][] } | undefined> {
  queryClient.clear();
  try {
    for (const { query, data } of answers) queryClient.setQueryData(query, data);
    await (i18next.isInitialized ? switchLanguage(language) : startLanguage(language));
    const router = makeRouter({ history: createMemoryHistory({ initialEntries: [address] }) });
    await router.load();
    const { matches } = router.state;
    if (matches.length === 0 || matches.some(({ status }) => status !== 'success')) return undefined;
    const { html, title } = takeTitle(renderToString(<App router={router} wide={wide} />));
    const open = queryClient.getQueryCache().getAll().filter(isOpen);
    return {
      drawing: {
        html: asUntouchable(html),
        title,
        language: currentLanguage(),
        answers: dehydrate(queryClient),
      },
      open: open.map(({ queryKey }) => queryKey),
    };
  } finally {
    queryClient.clear();
  }
}

function isOpen({ state, options }: Query): boolean {
  return state.data === undefined && (options as { enabled?: unknown }).enabled !== false;
}

/** A key of tRPC: `[['handoffs', 'count'], { input: {}, type: 'query' }]`. */
function toQuestion(query: Query['queryKey']): Question {
  const [path, options] = query as readonly [readonly string[], { input?: unknown }?];
  return { procedure: path.join('.'), input: options?.input };
}

/** It belongs to the head of the page. */
function takeTitle(drawn: string): { html: string; title: string } {
  const found = /<title>([^<]*)<\/title>/.exec(drawn);
  return { html: drawn.replace(/<title>[^<]*<\/title>/g, ''), title: found?.[1] ?? 'Sodate' };
}

/** What is typed before the script is there would be lost. */
function asUntouchable(html: string): string {
  return html.replaceAll('<input ', '<input readonly ');
}
