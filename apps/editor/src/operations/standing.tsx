import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import classes from './operations.module.css';

export type Tone = 'ok' | 'warn' | 'danger' | 'idle';

const icons = { ok: 'check', warn: 'clock', danger: 'alert', idle: 'more' } as const satisfies Record<Tone, IconName>;

/** A state as mark and word, never by colour alone. */
export function Standing({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${classes.standing} ${classes[tone]}`}>
      <Icon name={icons[tone]} size={14} />
      {children}
    </span>
  );
}
