import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Who the lines in the field mean, before they are saved. */
export function TestLeadMatches({ lines }: { lines: readonly string[] }) {
  const t = useTexts<typeof texts>('settings');
  const [asked, setAsked] = useState<readonly string[]>();
  const { data, isFetching } = useQuery(
    trpc.organisation.matchTestLeads.queryOptions(
      { testAddresses: [...(asked ?? [])] },
      { enabled: asked !== undefined },
    ),
  );
  return (
    <>
      <div>
        <Button variant="default" loading={isFetching} onClick={() => setAsked(lines)}>
          {t('tests.match')}
        </Button>
      </div>
      {data !== undefined && asked !== undefined && (
        <div role="status">
          <p>{data.count === 0 ? t('tests.nobody') : t('tests.matched', { count: data.count })}</p>
          <ul>
            {data.leads.map(({ id, name, email }) => (
              <li key={id}>
                <Link to="/leads/$lead" params={{ lead: id }} className="link">
                  {name === '' ? email : name}
                </Link>{' '}
                <small className="muted">{email}</small>
              </li>
            ))}
          </ul>
          {data.count > data.leads.length && (
            <p className="muted">{t('tests.andMore', { count: data.count - data.leads.length })}</p>
          )}
        </div>
      )}
    </>
  );
}
