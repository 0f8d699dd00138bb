import { Skeleton } from '@mantine/core';
import type { TeamId } from '@sodate/journey/id';
import type { JourneyToTeam, TeamHandoff } from '@sodate/services/team/list-team-handoffs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Pages } from '../parts/pages.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import classes from './team-handoffs.module.css';
import type { texts } from './texts.ja.ts';

/** How soon a team must answer what is handed to it: each node that does so, and the way to its settings. */
export function TeamHandoffs({ team }: { team: TeamId }) {
  const t = useTexts<typeof texts>('settings');
  const paging = usePaging();
  const asked = { team, limit: 10, ...(paging.after === undefined ? {} : { after: paging.after }) };
  const { data } = useQuery(trpc.teams.handoffs.queryOptions(asked, { placeholderData: keepPreviousData }));
  if (data === undefined) return <Skeleton height={36} mt={6} />;
  const nothing = data.rows.length === 0 && paging.page === 1;
  return (
    <section className={classes.handoffs} aria-label={t('teams.handoffs')}>
      <h3>{t('teams.handoffs')}</h3>
      {nothing && <p>{t('teams.noHandoffs')}</p>}
      <ul>
        {data.rows.flatMap((journey) =>
          journey.handoffs.map((handoff) => (
            <Row key={`${journey.id} ${handoff.node}`} journey={journey} handoff={handoff} />
          )),
        )}
      </ul>
      {(paging.page > 1 || data.next !== undefined) && <Pages paging={paging} next={data.next} />}
    </section>
  );
}

function Row({ journey: { id, name }, handoff }: { journey: JourneyToTeam; handoff: TeamHandoff }) {
  const text = useText();
  const words = useSlaWords();
  const tells = useTellsWords();
  return (
    <li>
      <Link
        className="link"
        to="/journeys/$journey"
        params={{ journey: id }}
        search={handoff.drawn ? { node: handoff.node } : {}}
      >
        {`${name} › ${text(handoff.title)}`}
      </Link>
      <span>
        {words(handoff)}
        {' · '}
        {tells(handoff)}
      </span>
    </li>
  );
}

function useTellsWords() {
  const t = useTexts<typeof texts>('settings');
  return ({ tells: [first, ...more] }: TeamHandoff): string => {
    if (first === undefined) return t('teams.tellsManagers');
    return more.length === 0
      ? t('teams.tells', { name: first })
      : t('teams.tellsSeveral', { names: [first, ...more].join(t('teams.between')) });
  };
}

function useSlaWords() {
  const t = useTexts<typeof texts>('settings');
  const text = useText();
  return ({ draft, live }: TeamHandoff): string => {
    if (live === null) return draft === null ? t('teams.slaUnset') : t('teams.slaDraft', { sla: text(draft) });
    if (draft === null) return t('teams.slaLeaves', { sla: text(live) });
    return live.ja === draft.ja
      ? t('teams.sla', { sla: text(live) })
      : t('teams.slaChanges', { sla: text(live), draft: text(draft) });
  };
}
