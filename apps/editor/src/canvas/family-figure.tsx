import type { Family, Outcome } from '@sodate/journey/graph/node-contract';
import { asInstant, parseInstant } from '@sodate/journey/time/instant';
import type { NodeFigures } from '@sodate/services/journey/read-node-figures';
import { memo } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './family-figure.module.css';
import { type Figure, figureOf } from './figure-of.ts';
import type { texts } from './texts.ja.ts';

/** More ways than these do not fit: then the busiest stands for all. */
const mostWays = 3;

/** The one value of the family at the right of a card's foot; all of it in words for a pointer and a screen reader. */
export const FamilyFigure = memo(DrawnFigure);

function DrawnFigure({
  family,
  figures,
  outcomes,
  total,
  entered,
}: {
  family: Family;
  figures: NodeFigures | undefined;
  outcomes: readonly Outcome[];
  total: number;
  entered: number;
}) {
  const word = useFigureWords(outcomes);
  const figure = figureOf({ family, figures, outcomes: outcomes.map(({ id }) => id), total, entered });
  if (figure === undefined) return null;
  const { short, also, long } = word(figure);
  return (
    <>
      <span
        className={classes.figure}
        data-late={figure.kind === 'overdue' || undefined}
        role="img"
        aria-label={long}
        title={long}
      >
        {figure.kind === 'overdue' && <Icon name="clock" size={11} />}
        {short}
      </span>
      {also !== undefined && (
        <span className={classes.also} aria-hidden title={long}>
          {also}
        </span>
      )}
    </>
  );
}

interface FigureWords {
  readonly short: string;
  /** Where there is room for it. */
  readonly also?: string;
  readonly long: string;
}

function useFigureWords(outcomes: readonly Outcome[]): (figure: Figure) => FigureWords {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { percent, number, clock, date, dateTime } = useFormats();
  const nameOf = (id: string) => text(outcomes.find((outcome) => outcome.id === id)?.label ?? { ja: id, en: id });
  return (figure) => {
    switch (figure.kind) {
      case 'next': {
        const at = parseInstant(figure.at);
        const isToday = date(at) === date(asInstant(Date.now()));
        return {
          short: t('figure.next', { time: isToday ? clock(at) : date(at) }),
          long: t('figure.nextLong', { time: dateTime(at) }),
        };
      }
      case 'mails': {
        const [opened, clicked] = [percent(figure.opened), percent(figure.clicked)];
        const short = t('figure.mails', { opened });
        const long = t('figure.mailsLong', { sent: number(figure.sent), opened, clicked });
        if (figure.notSent === 0) return { short, long };
        return {
          short: t('figure.notSentShort', { count: figure.notSent }),
          also: short,
          long: `${t('figure.not-sentLong', { count: figure.notSent })}${t('figure.comma')}${long}`,
        };
      }
      case 'ways': {
        const busiest = figure.parts.toSorted((one, other) => other.percent - one.percent)[0];
        const short =
          figure.parts.length > mostWays
            ? t('figure.busiest', { percent: `${busiest?.percent}%` })
            : figure.parts.map((part) => `${part.percent}%`).join(t('figure.between'));
        const each = figure.parts.map((part) =>
          t('figure.way', { way: nameOf(part.outcome), percent: `${part.percent}%` }),
        );
        return { short, long: each.join(t('figure.comma')) };
      }
      case 'reached':
        return {
          short: t('figure.reached', { percent: percent(figure.share) }),
          long: t('figure.reachedLong', { percent: percent(figure.share) }),
        };
      case 'week':
      case 'not-sent':
      case 'open':
      case 'overdue':
        return {
          short: t(`figure.${figure.kind}`, { count: figure.count }),
          long: t(`figure.${figure.kind}Long`, { count: figure.count }),
        };
      default:
        return figure satisfies never;
    }
  };
}
