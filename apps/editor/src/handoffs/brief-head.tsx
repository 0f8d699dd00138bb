import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { marketingConsent } from '../leads/may-be-mailed.ts';
import { workOf } from '../leads/work-of.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { unbroken } from '../parts/unbroken.ts';
import classes from './brief.module.css';
import { ConsentLine } from './consent-line.tsx';
import { Deadline } from './deadline.tsx';
import { sayOfHandoff } from './handoff-toast.ts';
import type { Brief } from './inbox-types.ts';
import { OwnerLine } from './owner-line.tsx';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';

/** Who it is, until when to answer, and how to reach them. */
export function BriefHead({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const { lead } = brief;
  const name = useLeadName()(lead);
  const work = workOf(lead).join(' · ');
  return (
    <>
      <header className={classes.head}>
        <Avatar name={name} size={44} />
        <div className={classes.who}>
          <h1>
            {unbroken(name)}
            {lead.nameKana !== null && <small>{lead.nameKana}</small>}
          </h1>
          <p>{work}</p>
        </div>
        <Deadline brief={brief} />
      </header>
      <div className={classes.contact}>
        <Contact brief={brief} />
        <OwnerLine brief={brief} answers={answers} />
        <span className={classes.links}>
          {brief.enrollment !== null && (
            <Link className="link" to="/enrollments/$enrollment" params={{ enrollment: brief.enrollment }}>
              {t('toPassage')}
            </Link>
          )}
          <Link className="link" to="/leads/$lead" params={{ lead: lead.id }} search={{ handoff: brief.id }}>
            {t('toLead')}
          </Link>
        </span>
      </div>
    </>
  );
}

function Contact({ brief: { id: handoff, lead } }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const consent = marketingConsent(lead);
  return (
    <>
      {lead.phone !== null && (
        <Button component="a" href={`tel:${lead.phone}`} variant="default" leftSection={<Icon name="phone" />}>
          <span className={classes.way}>
            <small className={classes.short}>{t('call')}</small>
            <span className={classes.number}>{lead.phone}</span>
          </span>
        </Button>
      )}
      {lead.email !== null && (
        <Button
          component="a"
          href={`mailto:${lead.email}`}
          variant="default"
          leftSection={<Icon name="mail" />}
          onClick={() => {
            if (consent === true) return;
            sayOfHandoff(handoff, (id) => notifications.show({ id, message: t('writeNotConsented') }));
          }}
        >
          <span className={classes.long}>{lead.email}</span>
          <span className={classes.short}>{t('write')}</span>
        </Button>
      )}
      <ConsentLine lead={lead} />
    </>
  );
}
