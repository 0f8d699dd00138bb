import { Button } from '@mantine/core';
import type { TeamMember } from '@sodate/services/team/list-teams';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { MovedFrom } from '../people/moved-from.tsx';
import { trpc } from '../server/trpc.ts';
import { MemberAbsence } from './member-absence.tsx';
import { MoveLeft } from './move-left.tsx';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

/** Who takes a team's turns, in their order, who is away, and when; whoever leads the team arranges holidays here. */
export function TeamTurns({ members }: { members: readonly TeamMember[] }) {
  const t = useTexts<typeof texts>('settings');
  const [arranging, setArranging] = useState<TeamMember>();
  const absenceOf = useAbsenceWords();
  const people = members.map(({ id }) => id);
  const { data: moved } = useQuery(trpc.people.countMovedFrom.queryOptions({ people }, { staleTime: 0 }));
  return (
    <>
      <ol className={classes.turns}>
        {members.map((member) => (
          <li key={member.id} className={classes.turn}>
            <span className={classes.turnName}>
              {member.name} {member.deactivated && <small className="muted">{t('teams.deactivated')}</small>}
            </span>
            <MovedFrom person={member} count={moved?.[member.id] ?? 0} />
            {member.deactivated ? (
              <MoveLeft person={member} />
            ) : (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={[t('teams.arrangeOf', { name: member.name }), absenceOf(member)].filter(Boolean).join('：')}
                onClick={() => setArranging(member)}
              >
                {absenceOf(member) || t('teams.arrange')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {arranging !== undefined && <MemberAbsence member={arranging} onClose={() => setArranging(undefined)} />}
    </>
  );
}

function useAbsenceWords() {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  return ({ away, absent, absentDays: days }: TeamMember) => {
    if (absent || (away && days === null)) return t('teams.awayOpen');
    if (days === null) return '';
    const [from, until] = [formats.day(days.from), formats.day(days.until)];
    if (away) return t('teams.awayUntil', { until });
    return from === until ? t('teams.awayOn', { from }) : t('teams.awayFrom', { from, until });
  };
}
