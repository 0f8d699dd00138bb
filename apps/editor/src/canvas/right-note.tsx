import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { rightOf } from '../journeys/right-of.ts';
import type { texts } from '../journeys/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useAfterDrawing } from '../parts/use-after-drawing.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { onServer } from '../server/on-server.ts';
import { trpc } from '../server/trpc.ts';
import classes from './right-note.module.css';

/** For those who may not draw all of it: what they may, and whom to ask, or who has been. On a phone nobody draws. */
export function RightNote() {
  const t = useTexts<typeof texts>('journeys');
  const { right } = useJourney();
  if (!useIsWide() || right === 'all') return null;
  return right === 'sales' ? <SalesNote /> : <p className={classes.note}>{t('readOnly')}</p>;
}

const everyMs = 10_000;

function SalesNote() {
  const t = useTexts<typeof texts>('journeys');
  const { journey } = useJourney();
  const { data } = useQuery(
    trpc.journeys.toldPublishers.queryOptions({ journey }, { refetchInterval: everyMs, meta: { silent: true } }),
  );
  const told = data ?? [];
  const names = told.map((name) => t('someone', { name })).join(t('comma'));
  return <p className={classes.note}>{told.length === 0 ? t('salesOnly') : t('salesTold', { names })}</p>;
}

/** Told once to those who could draw elsewhere: a phone has no room to keep it. */
export function PhoneNote() {
  const t = useTexts<typeof texts>('journeys');
  const { role } = useJourney();
  const [read, setRead] = useState(() => onServer || sessionStorage.getItem(told) !== null);
  const there = useAfterDrawing();
  if (useIsWide() || !there || read || rightOf(role) === 'none') return null;
  const close = () => {
    sessionStorage.setItem(told, 'yes');
    setRead(true);
  };
  return (
    <div className={classes.note} role="note">
      <span>{t('readOnlyHere')}</span>
      <button type="button" onClick={close} aria-label={t('closeNote')}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}

const told = 'sodate-phone-reads';
