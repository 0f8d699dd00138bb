import { ActionIcon } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './mail-editor.module.css';
import type { texts } from './texts.ja.ts';

/** Moves one block of the body, or takes it out. */
export function BlockTools({
  number,
  isLast,
  onUp,
  onDown,
  onRemove,
}: {
  number: number;
  isLast: boolean;
  onUp: () => void;
  onDown: () => void;
  onRemove: () => void;
}) {
  const t = useTexts<typeof texts>('mails');
  const tools = [
    { key: 'up', disabled: number === 1, act: onUp, icon: 'up' },
    { key: 'down', disabled: isLast, act: onDown, icon: 'down' },
    { key: 'remove', disabled: false, act: onRemove, icon: 'trash' },
  ] as const;
  return (
    <div className={classes.tools}>
      {tools.map(({ key, disabled, act, icon }) => (
        <ActionIcon
          key={key}
          variant="subtle"
          color="idle"
          size="sm"
          disabled={disabled}
          aria-label={t(`block.${key}`, { number })}
          onClick={act}
        >
          <Icon name={icon} size={14} />
        </ActionIcon>
      ))}
    </div>
  );
}
