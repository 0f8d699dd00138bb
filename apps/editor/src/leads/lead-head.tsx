import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Avatar } from '../parts/avatar.tsx';
import { BackLink } from '../parts/back-link.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { trpc } from '../server/trpc.ts';
import { EnrolLead } from './enrol-lead.tsx';
import { LeadActions } from './lead-actions.tsx';
import classes from './lead-head.module.css';
import { useLeadName } from './lead-name.tsx';
import type { LeadDetail } from './lead-types.ts';
import { ReachLead } from './reach-lead.tsx';
import { StageLine } from './stage-line.tsx';
import { TestMark } from './test-mark.tsx';
import type { texts } from './texts.ja.ts';
import { useMayEdit } from './use-may-edit.ts';
import { workOf } from './work-of.ts';

/** Who this is, how far it has come, and what can be done with it. */
export function LeadHead({ detail, onEdit }: { detail: LeadDetail; onEdit: (() => void) | undefined }) {
  const t = useTexts<typeof texts>('leads');
  const [enrolling, setEnrolling] = useState(false);
  const { handoff } = useSearch({ from: '/frame/leads/$lead' });
  const name = useLeadName()(detail);
  const about = workOf(detail);
  const mayEdit = useMayEdit();
  return (
    <PageHeader
      name={name}
      above={
        handoff === undefined ? (
          <BackLink to="/leads">{t('leads')}</BackLink>
        ) : (
          <BackLink to="/handoffs/$handoff" params={{ handoff }}>
            {t('toHandoff')}
          </BackLink>
        )
      }
      face={<Avatar name={name} size={44} />}
      title={
        <>
          {unbroken(name)}
          {detail.nameKana !== null && <small className={classes.kana}>{detail.nameKana}</small>}
          {detail.test && <TestMark />}
        </>
      }
      help={about.join('　')}
    >
      <ReachLead detail={detail} />
      {handoff === undefined && <ToHandoff lead={detail.id} />}
      <StageLine detail={detail} />
      {onEdit !== undefined && (
        <>
          {mayEdit && (
            <Button variant="default" leftSection={<Icon name="journey" />} onClick={() => setEnrolling(true)}>
              {t('enrol')}
            </Button>
          )}
          <Button variant="default" onClick={onEdit}>
            {t('edit')}
          </Button>
          {mayEdit && <LeadActions detail={detail} name={name} />}
        </>
      )}
      {enrolling && <EnrolLead detail={detail} name={name} onClose={() => setEnrolling(false)} />}
    </PageHeader>
  );
}

/** Where sales work on this lead, for whoever may open that. */
function ToHandoff({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const { data } = useQuery(trpc.leads.handoff.queryOptions({ lead }, { meta: { silent: true } }));
  if (data == null) return null;
  return (
    <Button
      variant="default"
      leftSection={<Icon name="inbox" />}
      renderRoot={(root) => <Link {...root} to="/handoffs/$handoff" params={{ handoff: data }} />}
    >
      {t('openHandoff')}
    </Button>
  );
}
