import { Button } from '@mantine/core';
import type { Brief } from '../handoffs/inbox-types.ts';
import classes from '../handoffs/stuck-note.module.css';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { texts } from './texts.ja.ts';
import { useUndoReassign } from './use-undo-reassign.ts';

/** For whoever has just changed the owner: that this can be taken back, or why it no longer can. */
export function UndoReassignNote({ brief: { id, owner, may, goneOwner } }: { brief: Brief }) {
  const t = useTexts<typeof texts>('giving-on');
  const undo = useUndoReassign();
  if (owner === null || (!may.undoReassign && goneOwner === null)) return null;
  return (
    <div className={`${classes.note} ${classes.told}`} role="status">
      <Icon name="users" />
      <p>
        <b>{t('reassigned', { name: owner.name })}</b>
        <span>{goneOwner === null ? t('undoReassignHelp') : t('undoReassignGone', { name: goneOwner })}</span>
      </p>
      {may.undoReassign && (
        <Button size="xs" variant="default" loading={undo.isPending} onClick={() => undo.mutate({ handoffs: [id] })}>
          {t('restore')}
        </Button>
      )}
    </div>
  );
}
