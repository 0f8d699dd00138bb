import { countAnswersByOwner } from '@sodate/services/home/count-answers-by-owner';
import { countHandoffsOfWeek } from '@sodate/services/home/count-handoffs-of-week';
import { countJourneys } from '@sodate/services/home/count-journeys';
import { readDueHandoffs } from '@sodate/services/home/read-due-handoffs';
import { readMonthFunnel } from '@sodate/services/home/read-month-funnel';
import { readNeeds } from '@sodate/services/home/read-needs';
import { readWeekOfSends } from '@sodate/services/home/read-week-of-sends';
import postgres from 'postgres';
import { type Bench, figure, scaled } from './figure.ts';
import { fillHome } from './harness/fill-home.ts';
import { medianMs } from './harness/median-ms.ts';
import { neverCached } from './harness/never-cached.ts';
import { startBenchHost } from './harness/start-bench-host.ts';

const longestMs = 500;

/** What Home asks for, with 1,000,000 leads that wait in ten live journeys: how long each panel's numbers take. */
export const bench: Bench = async ({ scale }) => {
  const host = await startBenchHost();
  try {
    await fillHome({ host, leads: scaled({ count: 1_000_000, scale, least: 1_000 }) });
    // As autovacuum would have by then.
    const plain = postgres(host.databaseUrl, { max: 1 });
    await plain`vacuum analyze`;
    await plain.end();
    const context = { ...host.context, clock: neverCached() };
    const works = {
      'home-week': () => readWeekOfSends({ context }),
      'home-funnel': () => readMonthFunnel({ context }),
      'home-journeys': () => countJourneys({ context }),
      'home-needs': () => readNeeds({ context }),
      'home-due': () => readDueHandoffs({ context }),
      'home-handoffs': () => countHandoffsOfWeek({ context }),
      'home-owners': () => countAnswersByOwner({ context }),
    };
    const figures = [];
    for (const [name, work] of Object.entries(works))
      figures.push(figure({ name, value: await medianMs(work), unit: 'ms', baseline: longestMs }));
    return figures;
  } finally {
    await host.stop();
  }
};
