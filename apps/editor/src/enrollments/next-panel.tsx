import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './passage.module.css';
import type { Passage } from './passage-types.ts';
import type { texts } from './texts.ja.ts';
import { useNodeSummaries } from './use-node-summaries.ts';
import { useNotSentWords } from './use-not-sent-words.ts';

/** The ways on from here: by which outcome, to which node. */
export function NextPanel({ passage: { id, next } }: { passage: Passage }) {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const notSentWords = useNotSentWords();
  const summaryOf = useNodeSummaries(id);
  const ways = next.length === 1 ? next : next.filter(({ node, stops }) => node !== null || stops);
  return (
    <Panel title={t('next')}>
      {ways.length === 0 && <p className="muted">{t('nextNone')}</p>}
      <ul className={classes.ways}>
        {ways.map(({ outcome, label, node, notSent, stops }) => (
          <li key={outcome}>
            <span>{text(label)}</span>
            <span aria-hidden="true">{t('arrow')}</span>
            <b>{node === null ? t(stops ? 'nextStops' : 'end') : text(node.title)}</b>
            <small className="muted">
              {summaryOf(node)}
              {notSent !== null && t('nextNotSent', { why: notSentWords(notSent) ?? '' })}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
