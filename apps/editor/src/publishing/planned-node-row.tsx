import { Radio, Select, Switch } from '@mantine/core';
import type { NodeChoice } from '@sodate/database/schema/journey';
import type { Family } from '@sodate/journey/graph/node-contract';
import { asId } from '@sodate/journey/id';
import type { PlannedNode } from '@sodate/services/journey/read-publish-plan';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { useGraph, useJourney } from '../journeys/journey-context.ts';
import { useCalledNode } from '../journeys/use-called-node.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { nextAtBy } from './next-at-by.ts';
import classes from './publish-dialog.module.css';
import type { texts } from './texts.ja.ts';

interface RowProps {
  readonly node: PlannedNode;
  readonly choice: NodeChoice;
  readonly choose: (choice: NodeChoice) => void;
}

const kinds = ['finish', 'follow', 'move'] as const;

/** A node that holds leads: how many, what has changed, and what shall become of them. */
export function PlannedNodeRow({ node, choice, choose }: RowProps) {
  const t = useTexts<typeof texts>('publishing');
  const text = useText();
  const { dateTime, number } = useFormats();
  const { types } = useJourney();
  const first = useFirstTarget(node);
  const type = types.get(node.type);
  const nextAt = nextAtBy({ node, choice });
  const people = node.leads - node.testLeads;
  const pick = (kind: string) => {
    if (kind === 'finish') choose({ kind });
    else if (kind === 'follow') choose({ kind, past: 'keep-old' });
    else if (first !== undefined) choose({ kind: 'move', to: asId<'node'>(first), at: 'old-time' });
  };
  return (
    <li className={classes.plan}>
      <div className={classes.planHead}>
        <FamilyTile family={type?.family ?? 'data'} icon={type?.icon ?? canvasIcons.unknown} />
        <div className={classes.planName}>
          <h3>{text(node.title)}</h3>
          <p>
            <span className={classes.tag} data-change={node.change}>
              {t(`change-${node.change}`)}
            </span>
            {wordChange({ before: node.before && text(node.before), after: node.after && text(node.after) })}
          </p>
        </div>
        <span className={classes.count}>
          <b>{number(people)}</b>
          {t('peopleUnit', { count: people })}
          {node.testLeads > 0 && <small>{t('testsBeside', { count: node.testLeads })}</small>}
        </span>
      </div>
      <Radio.Group
        aria-label={t('choicesFor', { title: text(node.title) })}
        value={choice.kind}
        onChange={pick}
        className={classes.picks ?? ''}
      >
        {kinds.map((kind) => (
          <Radio.Card
            key={kind}
            value={kind}
            className={classes.pick ?? ''}
            disabled={!node.choices.includes(kind) || (kind === 'move' && first === undefined)}
          >
            <Radio.Indicator size="xs" />
            {t(`choice-${kind}`)}
          </Radio.Card>
        ))}
      </Radio.Group>
      <div className={classes.then}>
        <Then node={node} choice={choice} choose={choose} />
        {nextAt !== undefined && (
          <p className={classes.next}>
            {t('nextAt')} <b>{dateTime(nextAt)}</b>
          </p>
        )}
      </div>
    </li>
  );
}

/** 「3日 → 5日」, or the one line where nothing is to be compared. */
function wordChange({ before, after }: { before: string | null; after: string | null }): string {
  if (before === null || after === null || before === after) return after ?? before ?? '';
  return `${before} → ${after}`;
}

/** Whose a hand-off is and until when was settled as it was made; where something is sent, nothing is measured. */
function wordFollowed({ change, type, family }: PlannedNode & { family: Family | undefined }) {
  if (change === 'unchanged') return 'thenSame';
  if (family === 'message') return 'thenFollowMessage';
  return type === 'hand-off' ? 'thenFollowHandoff' : 'thenFollow';
}

/** What the choice means, and what else there is to decide. */
function Then({ node, choice, choose }: RowProps) {
  const t = useTexts<typeof texts>('publishing');
  const targets = useTargets(node);
  const family = useJourney().types.get(node.type)?.family;
  if (choice.kind === 'finish') return <p>{t('thenFinish')}</p>;
  if (choice.kind === 'follow') {
    if (node.pastIfFollowed === 0) return <p>{t(wordFollowed({ ...node, family }))}</p>;
    return (
      <div>
        <p>{t(node.isSampled ? 'thenPastAbout' : 'thenPast', { count: node.pastIfFollowed })}</p>
        <Switch
          size="xs"
          mt={4}
          label={t('goOnNow')}
          checked={choice.past === 'go-on-now'}
          onChange={(event) => choose({ kind: 'follow', past: event.currentTarget.checked ? 'go-on-now' : 'keep-old' })}
        />
      </div>
    );
  }
  return (
    <div className={classes.move}>
      <Select
        size="xs"
        label={t('moveTo')}
        allowDeselect={false}
        searchable={targets.length > 8}
        data={targets}
        value={choice.to}
        onChange={(to) => to !== null && choose({ ...choice, to: asId<'node'>(to) })}
      />
      <Select
        size="xs"
        label={t('moveAt')}
        allowDeselect={false}
        data={[
          { value: 'old-time', label: t('moveOldTime') },
          { value: 'now', label: t('moveNow') },
        ]}
        value={choice.at}
        onChange={(at) => choose({ ...choice, at: at === 'now' ? 'now' : 'old-time' })}
      />
    </div>
  );
}

function useTargets({ node }: PlannedNode): { value: string; label: string }[] {
  const { types } = useJourney();
  const called = useCalledNode();
  return Object.values(useGraph().nodes)
    .filter(({ id, type }) => id !== node && types.get(type)?.isTrigger !== true)
    .map((target) => ({ value: target.id, label: called(target) }));
}

function useFirstTarget(node: PlannedNode): string | undefined {
  return useTargets(node)[0]?.value;
}
