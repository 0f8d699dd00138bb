import { Button, TextInput } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

/** Between opening the page and its visit being heard lies a second or two; longer, and something is wrong. */
const patienceMs = 30_000;

interface Test {
  readonly host: string;
  /** The last visit of that site before; 0: none. */
  readonly before: number;
}

/** Opens one's own site and says whether its visit comes in. @param site a host to begin with */
export function TestTag({ site }: { site: string | undefined }) {
  const t = useTexts<typeof texts>('settings');
  const { data: sites = [] } = useQuery(trpc.writeKeys.visitedSites.queryOptions());
  const [address, setAddress] = useState(site === undefined ? '' : `https://${site}/`);
  const [wrong, setWrong] = useState(false);
  const [test, setTest] = useState<Test>();
  const [late, setLate] = useState(false);
  const patience = useTimeout(() => setLate(true), patienceMs);
  const lastOf = (host: string) => sites.find((one) => one.host === host && !one.demo)?.at ?? 0;
  const heard = test !== undefined && lastOf(test.host) > test.before;
  const begin = (event: SyntheticEvent) => {
    event.preventDefault();
    const url = readAddress(address);
    setWrong(url === null);
    if (url === null) return;
    setTest({ host: url.host, before: lastOf(url.host) });
    setLate(false);
    patience.clear();
    patience.start();
    window.open(url, '_blank', 'noopener');
  };
  return (
    <form onSubmit={begin} noValidate className={classes.test}>
      <TextInput
        label={t('tag.testAddress')}
        placeholder="https://www.example.co.jp/"
        inputMode="url"
        value={address}
        error={wrong && t('tag.testWrong')}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <Button type="submit" variant="default" rightSection={<Icon name="external" size={14} />}>
        {t('tag.testDo')}
      </Button>
      <p role="status" data-heard={heard || undefined}>
        {test !== undefined && t(stateOf({ heard, late }), { host: test.host })}
      </p>
    </form>
  );
}

function stateOf({ heard, late }: { heard: boolean; late: boolean }) {
  if (heard) return 'tag.testHeard';
  return late ? 'tag.testLate' : 'tag.testWaiting';
}

/** An address as people write it, with or without https. */
function readAddress(typed: string): URL | null {
  const words = typed.trim();
  const url = URL.parse(/^https?:\/\//i.test(words) ? words : `https://${words}`);
  return url !== null && words !== '' && (url.hostname.includes('.') || url.hostname === 'localhost') ? url : null;
}
