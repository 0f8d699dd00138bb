import { Button, Modal, Stack } from '@mantine/core';
import type { UserId } from '@sodate/journey/id';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { Pages } from '../parts/pages.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import classes from './people.module.css';
import type { texts } from './texts.ja.ts';

interface Person {
  readonly id: UserId;
  readonly name: string;
}

/** How many of somebody's hand-offs were given on of late, and which to whom. */
export function MovedFrom({ person, count }: { person: Person; count: number }) {
  const t = useTexts<typeof texts>('people');
  const [opened, setOpened] = useState(false);
  if (count === 0) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('movedFromOf', { name: person.name, count })}
        onClick={() => setOpened(true)}
      >
        {t('movedFrom', { count })}
      </Button>
      {opened && <MovedFromDialog person={person} onClose={() => setOpened(false)} />}
    </>
  );
}

function MovedFromDialog({ person: { id, name }, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts<typeof texts>('people');
  const formats = useFormats();
  const leadName = useLeadName();
  const paging = usePaging();
  const asked = { person: id, limit: 20, ...(paging.after === undefined ? {} : { after: paging.after }) };
  const { data } = useQuery(
    trpc.people.movedFrom.queryOptions(asked, { placeholderData: keepPreviousData, staleTime: 0 }),
  );
  return (
    <Modal opened onClose={onClose} title={t('movedFromTitle', { name: unbroken(name) })}>
      <Stack gap="sm">
        <ul className={classes.moved}>
          {data?.rows.map(({ id: handoff, lead, at, to, by }) => {
            const words = { at: formats.dateTime(at), to, by: by ?? '' };
            return (
              <li key={`${handoff} ${at}`}>
                <Link className="link" to="/handoffs/$handoff" params={{ handoff }} onClick={onClose}>
                  {leadName(lead)}
                </Link>
                {lead.company !== null && <small>{lead.company}</small>}
                <br />
                <span className="muted">{t(by === null ? 'movedFromLine' : 'movedFromBy', words)}</span>
              </li>
            );
          })}
        </ul>
        {(paging.page > 1 || data?.next !== undefined) && <Pages paging={paging} next={data?.next} />}
      </Stack>
    </Modal>
  );
}
