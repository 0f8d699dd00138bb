import { NativeSelect } from '@mantine/core';
import type { DescribedField, FieldHint } from '@sodate/journey/graph/described-node';
import type { JsonObject } from '@sodate/journey/json';
import { choiceKey } from '@sodate/journey/simulate/chosen-world';
import type { TriedPassage, TriedVisit } from '@sodate/journey/simulate/try-passage';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { outcomesOf } from '../canvas/outcomes-of.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { useNodeTypes } from '../reading/use-node-types.ts';
import type { texts } from './texts.ja.ts';
import classes from './trial.module.css';
import type { RunnableTrial } from './trial-page.tsx';
import { useTitleOf } from './use-title-of.ts';

const chosenByPerson: ReadonlySet<FieldHint['kind']> = new Set(['mail', 'receiver']);

/** The way so far in words; where the lead or chance decides, what happens can be chosen. */
export function PathList({
  trial,
  passage,
  shown,
  onChoose,
}: {
  trial: RunnableTrial;
  passage: TriedPassage;
  shown: number;
  onChoose: (key: string, outcome: string | undefined) => void;
}) {
  const t = useTexts<typeof texts>('trial');
  const visits = passage.visits.slice(0, shown);
  return (
    <section aria-labelledby="path">
      <h2 id="path">{t('path')}</h2>
      <p className="muted">{t('guessHelp')}</p>
      <ol className={classes.path}>
        {visits.map((visit, index) => (
          <Visit
            key={choiceKey(visit)}
            trial={trial}
            visit={visit}
            passed={index < visits.length - 1}
            onChoose={(outcome) => onChoose(choiceKey(visit), outcome)}
          />
        ))}
      </ol>
      {shown === passage.visits.length && <EndLine passage={passage} />}
    </section>
  );
}

function Visit({
  trial,
  visit,
  passed,
  onChoose,
}: {
  trial: RunnableTrial;
  visit: TriedVisit;
  passed: boolean;
  onChoose: (outcome: string | undefined) => void;
}) {
  const t = useTexts<typeof texts>('trial');
  const text = useText();
  const { dateTime, span } = useFormats();
  const types = useNodeTypes();
  const title = useTitleOf(trial)(visit.node);
  const node = trial.graph.nodes[visit.node];
  const type = types.get(node?.type ?? '');
  const outcomes = node === undefined ? [] : outcomesOf({ node, types, graph: trial.graph });
  const labelOf = (id: string): string => {
    const found = outcomes.find((one) => one.id === id);
    return found === undefined ? id : text(found.label);
  };
  // A mail goes by its name, here as on the canvas; beside it stands what this lead would read.
  const subject = type?.family === 'message' ? trial.ownSummaries[visit.node] : undefined;
  const own = subject === undefined ? '' : text(subject);
  const { arrivedAt, leftAt, outcome, options, chosen, known } = visit;
  const words = [
    ...(passed && leftAt !== undefined && leftAt > arrivedAt ? [t('stayed', { span: span(leftAt - arrivedAt) })] : []),
    ...(type?.family === 'message' ? [t('noted')] : []),
    ...(passed && outcome !== undefined && options.length > 0 ? [t('left', { outcome: labelOf(outcome) })] : []),
  ];
  return (
    <li aria-current={passed ? undefined : 'step'}>
      <FamilyTile family={type?.family ?? 'data'} icon={type?.icon ?? canvasIcons.unknown} size="sm" />
      <div>
        <p className={classes.place}>
          <b>{title}</b> <time>{dateTime(arrivedAt)}</time>
        </p>
        {own !== '' && !title.includes(own) && <small>{own}</small>}
        {words.length > 0 && <small>{words.join(' · ')}</small>}
        {type !== undefined && node !== undefined && <StillOpen fields={type.fields} config={node.config} />}
        {options.length > 1 && (
          <NativeSelect
            size="xs"
            mt={4}
            aria-label={`${title} ${t('happens')}`}
            value={chosen ? (outcome ?? '') : ''}
            data={[
              { value: '', label: t(known ? 'asKnown' : 'guess') },
              ...options.map((id) => ({ value: id, label: labelOf(id) })),
            ]}
            onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? undefined : currentTarget.value)}
          />
        )}
      </div>
    </li>
  );
}

/** A trial goes on without what only a person can choose; what is still to be chosen is said. */
function StillOpen({ fields, config }: { fields: readonly DescribedField[]; config: JsonObject }) {
  const t = useTexts<typeof texts>('trial');
  const text = useText();
  return fields
    .filter(({ key, hint, required }) => required && chosenByPerson.has(hint.kind) && (config[key] ?? '') === '')
    .map(({ key, title }) => (
      <small key={key} className={classes.open}>
        {t('stillOpen', { field: text(title) })}
      </small>
    ));
}

function EndLine({ passage }: { passage: TriedPassage }) {
  const t = useTexts<typeof texts>('trial');
  const { dateTime } = useFormats();
  return <p className={classes.end}>{wording()}</p>;

  function wording(): string {
    const { reason, restsUntil, stuck } = passage;
    if (stuck) return t('stuck');
    if (reason === 'completed' || reason === 'goal' || reason === 'exit' || reason === 'loop-limit') {
      return t(`reason-${reason}`);
    }
    return restsUntil === undefined ? t('restsOn') : t('restsUntil', { time: dateTime(restsUntil) });
  }
}
