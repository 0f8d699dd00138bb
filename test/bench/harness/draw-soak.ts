import { drawChart, type Series } from './draw-chart.ts';
import type { Sample } from './take-sample.ts';

const width = 900;
const chartHeight = 220;
const tablesShown = 6;

/** The course of a soak as one SVG: memory, sizes of the largest tables, dead rows, lateness, and what is on its way. */
export function drawSoak(samples: readonly Sample[]): string {
  const series = (name: string, value: (one: Sample) => number): Series => ({
    name,
    points: samples.map((one) => [one.seconds / 60, value(one)] as const),
  });
  const largest = Object.entries(samples.at(-1)?.tables ?? {})
    .toSorted(([, a], [, b]) => b.bytes - a.bytes)
    .slice(0, tablesShown)
    .map(([name]) => name);
  const charts = [
    {
      title: 'Memory, MB',
      series: [series('worker', (one) => one.workerMegabytes), series('Temporal', (one) => one.temporalMegabytes)],
    },
    {
      title: 'Tables with their indexes, MB',
      series: largest.map((name) => series(name, (one) => (one.tables[name]?.bytes ?? 0) / 2 ** 20)),
    },
    {
      title: 'Dead rows',
      series: ['enrollment', 'lead', 'outbox', 'effect'].map((name) =>
        series(name, (one) => one.tables[name]?.dead ?? 0),
      ),
    },
    {
      title: 'Later than due, s',
      series: [series('95 of 100', (one) => one.late95Seconds), series('the latest', (one) => one.latestSeconds)],
    },
    {
      title: 'On their way',
      series: [series('in flight', (one) => one.inFlight), series('in the outbox', (one) => one.waitingInOutbox)],
    },
  ];
  const drawn = charts.map((chart, index) =>
    drawChart({ ...chart, top: index * chartHeight, width, height: chartHeight }),
  );
  const height = charts.length * chartHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
</svg>
`;
}
