export interface Series {
  readonly name: string;
  /** Minutes and value. */
  readonly points: readonly (readonly [number, number])[];
}

const colours = ['#0b5f6b', '#b4531a', '#6b46a8', '#2d7d46', '#a02b5a', '#5b6770'];
const margin = { left: 60, right: 150, top: 30, bottom: 30 };

/** A line chart over minutes from zero up, as a group of an SVG; names stand at the right in the order of colours. */
export function drawChart({
  title,
  series,
  top,
  width,
  height,
}: {
  title: string;
  series: readonly Series[];
  top: number;
  width: number;
  height: number;
}): string {
  const points = series.flatMap((one) => one.points);
  const longest = Math.max(...points.map(([minute]) => minute), 0.01);
  const highest = Math.max(...points.map(([, value]) => value), 0.01);
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const x = (minute: number) => margin.left + (minute / longest) * inner.width;
  const y = (value: number) => margin.top + inner.height - (value / highest) * inner.height;
  const lines = series.map(({ points: own, name }, index) => {
    const colour = colours[index % colours.length];
    const path = own.map(([minute, value]) => `${x(minute).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const label = `<text x="${width - margin.right + 10}" y="${margin.top + 12 + index * 18}" fill="${colour}">${name}</text>`;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${label}`;
  });
  const grid = [0, 0.5, 1].map((share) => {
    const at = y(highest * share).toFixed(1);
    return `<line x1="${margin.left}" x2="${margin.left + inner.width}" y1="${at}" y2="${at}" stroke="#dde3e4"/>
<text x="${margin.left - 6}" y="${Number(at) + 4}" text-anchor="end" fill="#5b6770">${round(highest * share)}</text>`;
  });
  return `<g transform="translate(0 ${top})">
<text x="${margin.left}" y="18" font-weight="bold">${title}</text>
${grid.join('\n')}
${lines.join('\n')}
<text x="${margin.left + inner.width}" y="${height - 8}" text-anchor="end" fill="#5b6770">${round(longest)} min</text>
</g>`;
}

function round(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}
