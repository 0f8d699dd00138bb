import { wordMailLine } from '@sodate/journey/graph/mail-variables';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { JourneyDifference } from '@sodate/services/journey/read-difference';
import type { ChangedLine, WordedChange } from '@sodate/services/journey/word-difference';
import { useQuery } from '@tanstack/react-query';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { useNodeTypes } from '../reading/use-node-types.ts';
import { trpc } from '../server/trpc.ts';
import { RuleChanges } from '../share/rule-changes.tsx';
import { MailChange } from './mail-change.tsx';
import type { texts } from './texts.ja.ts';
import classes from './versions.module.css';
import type { Compared } from './versions-page.tsx';

/** What differs, in words; a press shows the node on the canvas. */
export function ChangeList({
  journey,
  compared,
  difference,
  onShow,
}: {
  journey: JourneyId;
  compared: Compared;
  difference: JourneyDifference;
  onShow: (node: NodeId) => void;
}) {
  const t = useTexts<typeof texts>('versions');
  const { changes, rules } = difference;
  const moved = changes.filter(({ kind }) => kind === 'moved');
  const telling = changes.filter(({ kind }) => kind !== 'moved');
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('changes')}</h2>
      {compared.before === 'nothing' && compared.after === 1 && <p className="muted">{t('allOfFirst')}</p>}
      {changes.length + rules.changed.length === 0 && <p className="muted">{t('same')}</p>}
      <ul className={classes.changes}>
        {rules.changed.length > 0 && (
          <li className={classes.settings}>
            <RuleChanges rules={rules} />
          </li>
        )}
        {telling.map((change) => (
          <li key={change.node}>
            <Change change={change} onShow={onShow} />
            {change.lines.map(
              (line) =>
                line.kind === 'mail' && (
                  <MailChange
                    key={line.kind}
                    journey={journey}
                    compared={compared}
                    node={change.node}
                    name={line.name}
                  />
                ),
            )}
          </li>
        ))}
      </ul>
      {moved.length > 0 && <Moved moved={moved} beside={telling.length + rules.changed.length > 0} onShow={onShow} />}
    </section>
  );
}

/** A node that is put in pushes the others aside: in one line, so that it stands out among them. */
function Moved({
  moved,
  beside,
  onShow,
}: {
  moved: readonly WordedChange[];
  /** There are other changes. */
  beside: boolean;
  onShow: (node: NodeId) => void;
}) {
  const t = useTexts<typeof texts>('versions');
  return (
    <details className={classes.moved}>
      <summary>{t(beside ? 'movedMore' : 'movedOnly', { count: moved.length })}</summary>
      <p className="muted">{t('movedHelp')}</p>
      <ul className={classes.changes}>
        {moved.map((change) => (
          <li key={change.node}>
            <Change change={change} onShow={onShow} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Change({ change, onShow }: { change: WordedChange; onShow: (node: NodeId) => void }) {
  const t = useTexts<typeof texts>('versions');
  const text = useText();
  const type = useNodeTypes().get(change.type);
  return (
    <button type="button" className={classes.change} data-kind={change.kind} onClick={() => onShow(change.node)}>
      <FamilyTile family={type?.family ?? 'data'} icon={type?.icon ?? canvasIcons.unknown} size="sm" />
      <span>
        <b>{text(change.title)}</b> <em>{t(`kind-${change.kind}`)}</em>
        {change.lines.map((line) => (
          <Line key={JSON.stringify(line)} line={line} />
        ))}
      </span>
    </button>
  );
}

function MailLine({ line: { name, subject } }: { line: Extract<ChangedLine, { kind: 'mail' }> }) {
  const t = useTexts<typeof texts>('versions');
  const text = useText();
  const { data: attributes = [] } = useQuery(trpc.attributes.list.queryOptions());
  const word = (line: string) => text(wordMailLine({ line, attributes }));
  if (subject === null) return <small>{t('mail', { name })}</small>;
  return (
    <small className={classes.words}>
      {t('mail', { name })}
      <s>{word(subject.before)}</s>
      <strong>{word(subject.after)}</strong>
    </small>
  );
}

/** 「設定：3日 → 5日」 */
function Line({ line }: { line: ChangedLine }) {
  const t = useTexts<typeof texts>('versions');
  const text = useText();
  if (line.kind === 'field') return <small>{t('field', { title: text(line.title) })}</small>;
  if (line.kind === 'mail') return <MailLine line={line} />;
  if (line.kind === 'words') {
    return (
      <small className={classes.words}>
        {text(line.title)}
        <s>{line.before === null ? t('empty') : text(line.before)}</s>
        <strong>{line.after === null ? t('empty') : text(line.after)}</strong>
      </small>
    );
  }
  const what =
    line.kind === 'way' ? t('way', { outcome: text(line.outcome) }) : t(line.kind === 'name' ? 'name' : 'setting');
  return (
    <small>
      {what}
      {': '}
      <s>{line.before === null ? t('nowhere') : text(line.before)}</s>
      {' → '}
      <strong>{line.after === null ? t('nowhere') : text(line.after)}</strong>
    </small>
  );
}
