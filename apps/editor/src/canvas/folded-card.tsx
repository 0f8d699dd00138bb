import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, useState } from 'react';
import { useCounts } from '../journeys/counts-context.ts';
import { useDraft, useJourney } from '../journeys/journey-context.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './frame-card.module.css';
import { GroupTitle } from './group-title.tsx';
import { foldedHandle } from './lay-out.ts';
import type { texts } from './texts.ja.ts';
import type { FoldedNode } from './use-flow-elements.ts';
import { worstProblems } from './worst-problems.ts';

/** A folded group: one card that sums up what it holds. Folding is a way to look, not a change of the journey. */
export const FoldedCard = memo(DrawnFolded);

function DrawnFolded({ data: { group } }: NodeProps<FoldedNode>) {
  const t = useTexts<typeof texts>('canvas');
  const { number } = useFormats();
  const { canvas } = useJourney();
  const [renames, setRenames] = useState(false);
  const counts = useCounts();
  const problems = useDraft((state) => {
    const worst = worstProblems(state.problems);
    return group.nodes.filter((node) => worst.get(node)?.severity === 'error').length;
  });
  const title = group.title === '' ? t('group') : group.title;
  const here = group.nodes.reduce((sum, node) => sum + (counts?.nodes[node]?.here ?? 0), 0);
  return (
    <section
      className={classes.folded}
      data-problem={problems > 0 || undefined}
      aria-label={t('groupName', { title, count: group.nodes.length })}
    >
      <Handle id="in" type="target" position={Position.Top} className={classes.handle ?? ''} isConnectable={false} />
      <header className={classes.head}>
        <button
          type="button"
          className="nodrag"
          aria-expanded="false"
          aria-label={t('unfold', { title })}
          title={t('unfoldShort')}
          onClick={() => canvas.toggleGroup(group.id)}
        >
          <Icon name="right" size={14} />
        </button>
        <GroupTitle group={group} renames={renames} setRenames={setRenames} />
      </header>
      <p className={classes.foot}>
        <span>{t('groupSize', { count: group.nodes.length })}</span>
        {counts !== undefined && (
          <span>
            {t('here')} <b>{number(here)}</b>
          </span>
        )}
        {problems > 0 && <b className={classes.danger}>{t('groupProblems', { count: problems })}</b>}
      </p>
      <Handle
        id={foldedHandle}
        type="source"
        position={Position.Bottom}
        className={classes.handle ?? ''}
        isConnectable={false}
      />
    </section>
  );
}
