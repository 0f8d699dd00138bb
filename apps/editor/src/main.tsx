import './theme/tokens.css';
import './theme/component-styles.ts';
import './theme/base.css';
import './theme/controls.css';
import './theme/react-flow.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { takeFirstAnswers } from './first-drawing/take-first-answers.ts';
import { startingLanguage, startLanguage } from './language/language.ts';
import { acceptWideDigits } from './parts/accept-wide-digits.ts';
import { makeRouter } from './router.ts';
import { queryClient } from './server/query-client.ts';
import { sessionQuery } from './server/use-session.ts';

takeFirstAnswers();
acceptWideDigits();
// Every screen but set-up and sign-in waits for it: it is on its way while the texts are.
void queryClient.prefetchQuery(sessionQuery);
// Not awaited: screens import from this file's chunk, and would wait for its end.
void start();

async function start(): Promise<void> {
  await nextTurn();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const router = makeRouter();
  await nextTurn();
  await startLanguage(startingLanguage());
  // What the server has drawn stays until the same screen takes its place at once.
  if (root.inert) {
    await nextTurn();
    await router.load();
    await nextTurn();
  }
  const onDrawn = () => {
    root.removeAttribute('inert');
    root.removeAttribute('aria-hidden');
    // A screen's own title stands before the one that came with the page, which must not outlive the first screen.
    const [, first] = document.head.querySelectorAll('title');
    if (first !== undefined) first.textContent = 'Sodate';
  };
  const onListening = () => root.removeAttribute('aria-busy');
  // In slices, so that a slow phone answers meanwhile.
  startTransition(() => createRoot(root).render(<App router={router} onDrawn={onDrawn} onListening={onListening} />));
}

/** A slow phone answers between two turns. */
function nextTurn(): Promise<void> {
  return new Promise((go) => setTimeout(go));
}
