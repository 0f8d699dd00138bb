import type { DueHandoff } from '@sodate/services/home/read-due-handoffs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { NotedMark } from '../handoffs/noted-mark.tsx';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { Panel } from '../parts/panel.tsx';
import { ScoreBox } from '../parts/score-box.tsx';
import { SlaJoints } from '../parts/sla-joints.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './due-handoffs.module.css';
import type { texts } from './texts.ja.ts';

/** The hand-offs that wait for a first answer, the most urgent first. */
export function DueHandoffs() {
  const t = useTexts<typeof texts>('home');
  const { role } = useSession().person;
  const { data } = useQuery(trpc.home.dueHandoffs.queryOptions(undefined, { refetchInterval: 30_000 }));
  if (data === undefined) return null;
  return (
    <Panel
      title={role === 'sales-rep' ? t('handoffs.titleOwn') : t('handoffs.title')}
      actions={
        data.length > 0 && (
          <Link className="link" to="/handoffs">
            {t('handoffs.all')}
          </Link>
        )
      }
    >
      {data.length === 0 && <p className="muted">{t('handoffs.none')}</p>}
      <ul>
        {data.map((handoff) => (
          <Row key={handoff.id} handoff={handoff} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ handoff }: { handoff: DueHandoff }) {
  const t = useTexts<typeof texts>('home');
  const text = useText();
  const leadName = useLeadName();
  const { id, lead, owner, ownerAway, noted, score, why, totalMs, leftMs } = handoff;
  const own = useSession().person.role === 'sales-rep';
  const name = owner !== null && ownerAway ? t('handoffs.away', { name: owner }) : owner;
  const reason = [own ? '' : (name ?? t('handoffs.nobody')), why === null ? '' : text(why)].filter(
    (part) => part !== '',
  );
  return (
    <li className={classes.row}>
      <Link className={classes.link} to="/handoffs/$handoff" params={{ handoff: id }}>
        <ScoreBox score={score} />
        <div className={classes.words}>
          <h3>
            {unbroken(leadName(lead))}
            {lead.company !== null && <small>{lead.company}</small>}
          </h3>
          <p className={classes.reason}>
            {reason.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </p>
          {noted && <NotedMark />}
        </div>
        <SlaJoints totalMs={totalMs} leftMs={leftMs} />
      </Link>
    </li>
  );
}
