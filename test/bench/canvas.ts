import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { validateGraph } from '@sodate/journey/validate/validate-graph';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openContext } from '../e2e/launch-chromium.ts';
import { firstAdmin, signInByApi } from '../e2e/sign-in-by-api.ts';
import { startSodate, type TestSodate } from '../e2e/start-sodate.ts';
import { type Bench, type Figure, figure, secondsOf } from './figure.ts';
import { frameTime, type Gesture, gestures } from './harness/measure-gestures.ts';
import { nodeNearMiddle } from './harness/node-near-middle.ts';
import { serveBareFlow } from './harness/serve-bare-flow.ts';
import { thousandNodes, thousandSurroundings } from './harness/thousand-nodes.ts';

/** The canvas with 1,000 nodes: gestures against React Flow as it comes, then what a keystroke costs, and the inspector. */
export const bench: Bench = async () => {
  const [sodate, bare, browser] = await Promise.all([startSodate(), serveBareFlow(), launchChromium()]);
  try {
    const page = await openJourney({ sodate, browser });
    const plain = await openBare({ browser, url: bare.url });
    const found: Figure[] = [validation()];
    for (const gesture of Object.keys(gestures) as Gesture[]) {
      const baseline = await frameTime({ page: plain, gesture });
      const value = await frameTime({ page, gesture });
      found.push(figure({ name: `canvas, 1,000 nodes: ${gesture}, frame time`, value, unit: 'ms', baseline }));
    }
    found.push(await inspector(page));
    return found;
  } finally {
    await browser.close();
    await Promise.all([bare.close(), sodate.remove()]);
  }
};

async function openJourney({ sodate, browser }: { sodate: TestSodate; browser: Browser }): Promise<Page> {
  const api = await signInByApi({ sodate });
  const { id: journey } = await api.journeys.create.mutate({ name: '1,000' });
  const { nodes, edges } = thousandNodes();
  const paste = { kind: 'paste', nodes: Object.values(nodes), edges: Object.values(edges) } as const;
  const commands = [{ id: crypto.randomUUID(), command: paste }];
  await api.journeys.applyCommands.mutate({ journey, clientId: 'bench', base: 0, commands });
  const context = await openContext({ browser, reducedMotion: 'no-preference' });
  const { email, password } = firstAdmin;
  await context.request.post(`${sodate.url}/auth/sign-in/email`, {
    headers: { origin: sodate.url },
    data: { email, password },
  });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

async function openBare({ browser, url }: { browser: Browser; url: string }): Promise<Page> {
  const page = await (await openContext({ browser, reducedMotion: 'no-preference' })).newPage();
  await page.goto(url);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

/** One node has changed since the draft was last read. */
function validation(): Figure {
  const { catalog } = loadNodeTypes();
  const graph = thousandNodes();
  let round = 0;
  const work = () => {
    const id = `n_${++round}` as NodeId;
    const node = graph.nodes[id];
    if (node === undefined) throw new Error(`there is no ${id}`);
    const changed: Graph = {
      ...graph,
      nodes: { ...graph.nodes, [id]: { ...node, config: { ...node.config, round } } },
    };
    validateGraph({ graph: changed, catalog, surroundings: thousandSurroundings });
  };
  const value = secondsOf({ work, runs: 30 }) * 1_000;
  return figure({ name: 'validating 1,000 nodes after a change', value, unit: 'ms', baseline: 10 });
}

/** From the press on a card until its settings are painted. */
async function inspector(page: Page): Promise<Figure> {
  const times: number[] = [];
  const title = page.getByRole('textbox', { name: 'ノードの名前' });
  for (let round = 0; round < 7; round++) {
    await page.keyboard.press('Escape');
    await title.waitFor({ state: 'detached', timeout: 10_000 });
    await page.evaluate(notePaint);
    const { x, y } = await nodeNearMiddle({ page, nth: round % 3 });
    await page.mouse.click(x, y);
    await title.waitFor({ timeout: 10_000 });
    times.push(await page.evaluate(() => (window as unknown as { openedMs: Promise<number> }).openedMs));
  }
  const value = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
  return figure({ name: 'opening the settings of a node among 1,000', value, unit: 'ms', baseline: 50 });
}

/** In the page: from the next release of the pointer to the frame after the settings have come. */
function notePaint(): void {
  const openedMs = new Promise<number>((resolve) => {
    document.addEventListener(
      'pointerup',
      () => {
        const start = performance.now();
        const look = () => {
          if (document.querySelector('[data-inspector] input') !== null) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        look();
      },
      { once: true, capture: true },
    );
  });
  Object.assign(window, { openedMs });
}
