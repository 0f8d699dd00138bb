import type { Group } from '@sodate/journey/graph/graph';
import { useState } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './frame-card.module.css';
import type { texts } from './texts.ja.ts';

const longest = 40;

/** A group's name; a press on it selects what the group holds, a double press names it anew. */
export function GroupTitle({
  group,
  renames,
  setRenames,
}: {
  group: Group;
  renames: boolean;
  setRenames: (renames: boolean) => void;
}) {
  const t = useTexts<typeof texts>('canvas');
  const { canvas, draft, right } = useJourney();
  const [typed, setTyped] = useState(group.title);
  if (!renames) {
    return (
      <button
        type="button"
        className={classes.title}
        title={right === 'all' ? t('groupTitleHelp') : undefined}
        onClick={() => canvas.select(group.nodes)}
        onDoubleClick={() => {
          setTyped(group.title);
          setRenames(true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'F2') setRenames(true);
        }}
      >
        {group.title === '' ? t('group') : group.title}
      </button>
    );
  }
  const finish = () => {
    setRenames(false);
    const title = typed.trim();
    if (title !== group.title) draft.dispatch({ kind: 'change-group', group: group.id, change: { title } });
  };
  return (
    <input
      ref={(input) => {
        input?.focus();
      }}
      className={`${classes.input} nodrag`}
      aria-label={t('groupTitle')}
      placeholder={t('group')}
      maxLength={longest}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish();
        if (event.key === 'Escape') setRenames(false);
      }}
    />
  );
}
