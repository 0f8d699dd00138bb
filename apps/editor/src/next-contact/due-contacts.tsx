import type { DueContact } from '@sodate/services/home/read-due-contacts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { NotedMark } from '../handoffs/noted-mark.tsx';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { Panel } from '../parts/panel.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { ContactMark } from './contact-mark.tsx';
import classes from './next-contact.module.css';
import type { texts } from './texts.ja.ts';
import { useContactWords } from './use-contact-words.ts';

/** On Home: whom sales meant to contact today, or before, and the way to all that is planned. Nothing where nothing is. */
export function DueContacts() {
  const t = useTexts<typeof texts>('next-contact');
  const { moment } = useContactWords();
  const { data } = useQuery(trpc.home.dueContacts.queryOptions(undefined, { refetchInterval: 30_000 }));
  if (data === undefined || (data.rows.length === 0 && data.later === null)) return null;
  return (
    <Panel
      title={t('homeTitle')}
      actions={
        <Link className="link" to="/handoffs" search={{ view: 'working', contact: 'planned' }}>
          {t('homeAll')}
        </Link>
      }
    >
      {data.later !== null && <p className="muted">{t('homeLater', { at: moment(data.later) })}</p>}
      <ul>
        {data.rows.map((contact) => (
          <Row key={contact.id} contact={contact} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ contact: { id, lead, owner, noted, nextContact } }: { contact: DueContact }) {
  const t = useTexts<typeof texts>('next-contact');
  const leadName = useLeadName();
  const own = useSession().person.role === 'sales-rep';
  return (
    <li className={classes.row}>
      <Link to="/handoffs/$handoff" params={{ handoff: id }} search={{ view: 'working' }}>
        <h3>
          {unbroken(leadName(lead))}
          {lead.company !== null && <small>{lead.company}</small>}
        </h3>
        <ContactMark contact={nextContact} />
        {noted && <NotedMark />}
        {!own && <small>{owner ?? t('nobody')}</small>}
      </Link>
    </li>
  );
}
