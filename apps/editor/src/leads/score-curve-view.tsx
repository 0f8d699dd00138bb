import { useElementSize } from '@mantine/hooks';
import { asInstant } from '@sodate/journey/time/instant';
import { fitText } from '../canvas/fit-text.ts';
import { letterWidth } from '../canvas/letter-width.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { ScoreCurve } from './lead-types.ts';
import { placeHotText } from './place-hot-text.ts';
import { type CurveLabel, type CurveLayout, chartHeight, layOutCurve, margin } from './score-curve-layout.ts';
import classes from './score-curve-view.module.css';
import type { texts } from './texts.ja.ts';

/** As in the style sheet. */
const labelSize = 12;
const nowWidth = 30;

/** The score as steps over time: what was, the hot line, and what comes if nothing happens. */
export function ScoreCurveView({ curve }: { curve: ScoreCurve }) {
  const t = useTexts<typeof texts>('leads');
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={classes.frame}>
      {width > 0 && (
        <svg
          width={width}
          height={chartHeight}
          role="img"
          aria-label={t('curveLabel', { score: curve.total, hot: curve.hotAt })}
        >
          <Drawing curve={curve} layout={layOutCurve({ curve, width })} width={width} />
        </svg>
      )}
    </div>
  );
}

function Drawing({ curve, layout, width }: { curve: ScoreCurve; layout: CurveLayout; width: number }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const { x, y, now } = layout;
  const right = width - margin.right;
  const hot = y(curve.hotAt);
  const hotWords = t('hotLine', { score: curve.hotAt });
  const hotPlace = placeHotText({ lines: layout, hot, right, width: widthOf(hotWords) });
  return (
    <>
      {layout.levels.map((level) => (
        <g key={level}>
          <path className={classes.grid} d={`M${margin.left} ${y(level)}H${right}`} />
          <text className={classes.axis} x={margin.left - 6} y={y(level) + 4} textAnchor="end">
            {formats.number(level)}
          </text>
        </g>
      ))}
      <path className={classes.area} d={layout.area} />
      <path className={classes.hotLine} d={`M${margin.left} ${hot}H${right}`} />
      <path className={classes.now} d={`M${now} ${margin.top - 6}V${y(0)}`} />
      <text className={classes.axis} x={now} y={12} textAnchor="middle">
        {t('now')}
      </text>
      <path className={classes.next} d={layout.next} />
      <path className={classes.past} d={layout.past} />
      <text className={classes.hotText} {...hotPlace}>
        {hotWords}
      </text>
      {visibleLabels(layout.labels).map((label) => (
        <Label key={label.x} label={label} now={now} right={right} hot={hot} />
      ))}
      {layout.labels.map((label) => (
        <circle key={label.x} className={classes.dot} cx={label.x} cy={label.y} r={4} />
      ))}
      {layout.days.map((day) => (
        <text key={day} className={classes.axis} x={x(day)} y={chartHeight - 6} textAnchor="middle">
          {monthDay(formats.date(asInstant(day)))}
        </text>
      ))}
    </>
  );
}

function Label({ label, now, right, hot }: { label: CurveLabel; now: number; right: number; hot: number }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const formats = useFormats();
  const [first, ...others] = label.titles;
  const title = first === undefined ? '' : text(first);
  const words = others.length === 0 ? title : t('andOthers', { title, count: others.length });
  const points = label.points > 0 ? `+${formats.number(label.points)}` : formats.number(label.points);
  const { room, ...place } = placeOf({ label, words: `${words} ${points}`, now, right, hot });
  return (
    <text className={classes.label} {...place}>
      {fitText({ text: words, size: labelSize, room: room - widthOf(` ${points}`) })}{' '}
      <tspan className={classes.points}>{points}</tspan>
    </text>
  );
}

/**
 * Above and left of its dot where there is room before the axis; else right of it, under the line; else across it. The
 * hot line is not written over where the other side of the dot is free.
 */
function placeOf({
  label,
  words,
  now,
  right,
  hot,
}: {
  label: CurveLabel;
  words: string;
  now: number;
  right: number;
  hot: number;
}) {
  const width = widthOf(words);
  const [roomLeft, roomRight] = [label.x - 8 - margin.left, right - label.x - 9];
  const [above, below] = [label.y - 8, label.y + 18];
  const meetsHot = (y: number) => y - labelSize < hot && hot < y + 4;
  const rather = (y: number) => (meetsHot(y) ? above + below - y : y);
  if (width <= roomLeft) {
    // Right under the top, the word for now stands where the label would.
    const meetsNow = above < margin.top && label.x - 8 > now - nowWidth / 2;
    return { x: label.x - 8, y: meetsNow ? below : rather(above), textAnchor: 'end' as const, room: roomLeft };
  }
  if (width <= roomRight) {
    const crossesNow = label.x + 9 + width > now;
    return { x: label.x + 9, y: rather(crossesNow ? below : above), textAnchor: 'start' as const, room: roomRight };
  }
  const room = right - margin.left;
  const x = Math.max(margin.left, Math.min(label.x - width / 2, right - width));
  return { x, y: rather(above < margin.top ? below : above), textAnchor: 'start' as const, room };
}

function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + letterWidth(letter), 0) * labelSize;
}

/** Two labels at one height would cover each other: the later one, nearer to now, stays. */
function visibleLabels(labels: readonly CurveLabel[]): readonly CurveLabel[] {
  return labels.filter((label, index) => {
    const later = labels.slice(index + 1);
    return !later.some((other) => Math.abs(other.y - label.y) < 15 && other.x - label.x < 170);
  });
}

/** 「11/24(火)」 → 「11/24」, "Tue 24 Nov" → "24 Nov". */
function monthDay(date: string): string {
  return date.replace(/\(.*\)$/, '').replace(/^[A-Z][a-z]{2} /, '');
}
