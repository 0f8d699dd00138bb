import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { SentMailDialog } from '../mails/sent-mail-dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { BantPanel } from './bant-panel.tsx';
import { BasicsPanel } from './basics-panel.tsx';
import { ConsentsPanel } from './consents-panel.tsx';
import { EditLead } from './edit-lead.tsx';
import { FirstTouchPanel } from './first-touch-panel.tsx';
import { InterestsPanel, SummaryPanel } from './interests-panel.tsx';
import { LeadHead } from './lead-head.tsx';
import classes from './lead-page.module.css';
import { MatesPanel } from './mates-panel.tsx';
import { PassagesPanel } from './passages-panel.tsx';
import { ScorePanel } from './score-panel.tsx';
import { TalkPanel } from './talk-panel.tsx';
import type { texts } from './texts.ja.ts';
import { TimelinePanel } from './timeline-panel.tsx';
import { useMayEdit } from './use-may-edit.ts';

/** One lead: who it is, how it was won, what it did, what it scores and why, where it stands. */
export function LeadPage() {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const { lead } = useParams({ from: '/frame/leads/$lead' });
  const [editing, setEditing] = useState(false);
  const may = useMayEdit();
  const detail = useQuery(trpc.leads.get.queryOptions({ lead }, { meta: { silent: true } }));
  if (detail.error !== null) {
    return (
      <Page>
        <EmptyState icon="search" title={t('notFound')} help={text(readErrorText(detail.error))} />
      </Page>
    );
  }
  if (detail.data === undefined) return <PendingScreen />;
  const { masked, reach } = detail.data;
  const correct = reach === 'none' ? undefined : () => setEditing(true);
  const edit = may ? correct : undefined;
  return (
    <Page>
      <LeadHead detail={detail.data} onEdit={correct} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <BasicsPanel detail={detail.data} />
          <FirstTouchPanel detail={detail.data} />
          <ConsentsPanel detail={detail.data} mayNote={!masked} />
          <MatesPanel detail={detail.data} />
        </div>
        <div className={classes.column}>
          <ScorePanel lead={lead} />
          <TalkPanel lead={lead} />
          <TimelinePanel lead={lead} key={lead} />
        </div>
        <div className={classes.column}>
          <SummaryPanel lead={lead} />
          <InterestsPanel lead={lead} />
          <PassagesPanel lead={lead} mayRemove={edit !== undefined} />
          <BantPanel detail={detail.data} onEdit={edit} />
        </div>
      </div>
      <SentMailDialog />
      {editing && <EditLead detail={detail.data} onClose={() => setEditing(false)} />}
    </Page>
  );
}
