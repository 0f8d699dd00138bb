import type { NodeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon, IconPath } from '../parts/icon.tsx';
import { canvasIcons } from './canvas-icons.ts';
import classes from './frame-card.module.css';
import { GroupTitle } from './group-title.tsx';
import type { texts } from './texts.ja.ts';
import type { FrameNode } from './use-flow-elements.ts';

/** An open group: a frame around its nodes. Its title folds it, names it and takes it along. */
export const FrameCard = memo(DrawnFrame);

function DrawnFrame({ data: { group } }: NodeProps<FrameNode>) {
  const t = useTexts<typeof texts>('canvas');
  const { canvas, draft, right } = useJourney();
  const [renames, setRenames] = useState(group.title === '');
  const count = group.nodes.length;
  const title = group.title === '' ? t('group') : group.title;
  return (
    <section className={classes.frame} aria-label={t('groupName', { title, count })}>
      <header className={classes.head}>
        <button
          type="button"
          className="nodrag"
          aria-expanded="true"
          aria-label={t('fold', { title })}
          title={t('foldShort')}
          onClick={() => canvas.toggleGroup(group.id)}
        >
          <Icon name="down" size={14} />
        </button>
        <GroupTitle group={group} renames={renames && right === 'all'} setRenames={setRenames} />
        <small>{t('groupSize', { count })}</small>
        {right === 'all' && (
          <button
            type="button"
            className={`${classes.ungroup} nodrag`}
            aria-label={t('ungroup', { title })}
            title={t('ungroupShort')}
            onClick={() => draft.dispatch({ kind: 'remove-group', group: group.id })}
          >
            <IconPath path={canvasIcons.ungroup} size={14} />
          </button>
        )}
      </header>
    </section>
  );
}
