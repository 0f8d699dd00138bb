import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { rightOf } from '../journeys/right-of.ts';
import type { texts } from '../journeys/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { onServer } from '../server/on-server.ts';
import { trpc } from '../server/trpc.ts';
import classes from './right-note.module.css';

/** For those who may not draw all of it: what they may, and whom to ask, or who has been. On a phone nobody draws. */
export function RightNote() {
  const t = useTexts<typeof texts>('journeys');
  const { right } = useJourney();
  if (!useIsWide() || right === 'all') return null;
  return right === 'sales' ? <SalesNote /> : <Closable name="reads">{t('readOnly')}</Closable>;
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
  if (told.length === 0) return <Closable name="sales">{t('salesOnly')}</Closable>;
  // Another message: it shows although the first has been closed.
  return (
    <Closable key={names} name={`told ${journey} ${names}`}>
      {t('salesTold', { names })}
    </Closable>
  );
}

/** It may lie over a node: once read it is closed, until the browser's tab is. */
function Closable({ name, children }: { name: string; children: ReactNode }) {
  const { read, close } = useReadOnce(`sodate-note ${name}`);
  if (read) return null;
  return (
    <div className={classes.note} role="note">
      <span>{children}</span>
      <CloseNote onClose={close} />
    </div>
  );
}

function useReadOnce(key: string) {
  const [read, setRead] = useState(() => !onServer && sessionStorage.getItem(key) !== null);
  const close = () => {
    sessionStorage.setItem(key, 'yes');
    setRead(true);
  };
  return { read, close };
}

function CloseNote({ onClose }: { onClose: () => void }) {
  const t = useTexts<typeof texts>('journeys');
  return (
    <button type="button" onClick={onClose} aria-label={t('closeNote')}>
      <Icon name="close" size={14} />
    </button>
  );
}

/** Told once to those who could draw elsewhere: a phone has no room to keep it. Drawn with the page: a large thing that comes later lets it count as slow. */
export function PhoneNote() {
  const t = useTexts<typeof texts>('journeys');
  const { role } = useJourney();
  const { read, close } = useReadOnce('sodate-phone-reads');
  if (useIsWide() || read || rightOf(role) === 'none') return null;
  return (
    <div className={`${classes.note} ${classes.phone}`} role="note">
      <span>{t('readOnlyHere')}</span>
      <CloseNote onClose={close} />
    </div>
  );
}
