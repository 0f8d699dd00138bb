import { Button, Menu, Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../parts/icon.tsx';
import classes from './decide.module.css';

export interface Choice {
  readonly key: string;
  readonly label: string;
  /** What is pressed for it. */
  readonly shortcut?: string;
  /** What it means and brings about. */
  readonly effect?: string;
  readonly choose: () => void;
}

interface Offered {
  readonly title: string;
  /** What all of them bring about. */
  readonly effect?: string;
  readonly choices: readonly Choice[];
  readonly busy: boolean;
}

export function Choices({ title, effect = '', choices, busy, shortcut }: Offered & { shortcut?: string }) {
  if (choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would submit nothing here
    <div className={classes.choices} role="group" aria-label={title}>
      <p aria-hidden="true">
        {[title, effect].filter((part) => part !== '').join(' · ')}
        {shortcut !== undefined && <ShortcutMark keys={shortcut} />}
      </p>
      <div data-answers={shortcut}>
        {choices.map(({ key, label, effect: own = '', shortcut: pressed, choose }) => (
          <Telling key={key} effect={own}>
            <Button size="xs" variant="default" disabled={busy} onClick={choose} aria-keyshortcuts={pressed}>
              {label}
              {pressed !== undefined && <ShortcutMark keys={pressed} />}
            </Button>
          </Telling>
        ))}
      </div>
    </div>
  );
}

/** What an answer does, once the pointer or the focus is on it. */
export function Telling({ effect, children }: { effect: string; children: ReactElement }) {
  return (
    <Tooltip label={effect} disabled={effect === ''} events={{ hover: true, focus: true, touch: false }}>
      {children}
    </Tooltip>
  );
}

interface OfferedInMenu extends Offered {
  /** What stands below and is none of these. */
  readonly apart?: Pick<Offered, 'title' | 'choices'>;
  readonly loading: boolean;
}

export function ChoiceMenu({ title, effect = '', choices, apart, busy, loading }: OfferedInMenu) {
  return (
    <Menu position="top" width={260}>
      <Menu.Target>
        <Button variant="default" size="md" disabled={busy} loading={loading} rightSection={<Icon name="down" />}>
          {title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {effect !== '' && <Menu.Label>{effect}</Menu.Label>}
        {choices.map(toItem)}
        {apart !== undefined && apart.choices.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{apart.title}</Menu.Label>
            {apart.choices.map(toItem)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function toItem({ key, label, effect = '', choose }: Choice) {
  return (
    <Menu.Item key={key} className={classes.item} onClick={choose}>
      {label}
      {effect !== '' && <small className={classes.effect}>{effect}</small>}
    </Menu.Item>
  );
}

/** A key, as a button shows that it may be pressed instead. */
export function ShortcutMark({ keys }: { keys: string }) {
  return (
    <span className={classes.key} aria-hidden="true">
      {keys}
    </span>
  );
}
