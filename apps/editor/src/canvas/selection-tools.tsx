import { useCanvas, useDraft, useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon, IconPath, iconPaths } from '../parts/icon.tsx';
import { wordKeys } from '../parts/word-keys.ts';
import classes from './canvas-frame.module.css';
import { canvasIcons } from './canvas-icons.ts';
import { duplicateSelected } from './duplicate-selected.ts';
import { freshId } from './fresh-id.ts';
import { planGroup } from './plan-group.ts';
import { removeSelected } from './remove-selected.ts';
import { selectedNodes } from './selected-nodes.ts';
import type { texts } from './texts.ja.ts';
import { useCopy } from './use-copy.ts';

/** Beside the tools while several are selected: how many, and what can be done with them all. */
export function SelectionTools() {
  const t = useTexts<typeof texts>('canvas');
  const parts = useJourney();
  const { draft, canvas } = parts;
  const selected = useCanvas((state) => state.selected);
  const count = useDraft(({ graph }) => selectedNodes({ graph, selected }).size);
  const chosen = () => selectedNodes({ ...draft.getState(), selected });
  const copy = useCopy();
  if (selected.size < 2) return null;
  const group = () => {
    const command = planGroup({ graph: draft.getState().graph, nodes: chosen(), newId: () => freshId('group_') });
    if (command !== undefined) draft.dispatch(command);
  };
  const acts = [
    ...(count > 0
      ? [
          { words: t('groupThese'), keys: wordKeys('mod+G'), icon: canvasIcons.group, act: group },
          {
            words: t('copy'),
            keys: wordKeys('mod+C'),
            icon: iconPaths.copy,
            act: () => void copy({ nodes: chosen() }),
          },
          {
            words: t('duplicate'),
            keys: wordKeys('mod+D'),
            icon: canvasIcons.duplicate,
            act: () => duplicateSelected(parts),
          },
        ]
      : []),
    { words: t('remove'), keys: wordKeys('Delete'), icon: iconPaths.trash, act: () => removeSelected(parts) },
  ];
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('selectionTools')}>
      <b className={classes.count} role="status">
        {t('selectedCount', { count: selected.size })}
      </b>
      <i />
      {acts.map(({ words, keys, icon, act }) => (
        <button key={keys} type="button" onClick={act} aria-label={words} title={`${words} ${keys}`}>
          <IconPath path={icon} />
        </button>
      ))}
      <button
        type="button"
        onClick={() => canvas.select([])}
        aria-label={t('selectNone')}
        title={`${t('selectNone')} Esc`}
      >
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
