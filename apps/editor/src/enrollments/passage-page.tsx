import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { SentMailDialog } from '../mails/sent-mail-dialog.tsx';
import { BackLink } from '../parts/back-link.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { NextPanel } from './next-panel.tsx';
import { PassageActions } from './passage-actions.tsx';
import { PresentPanel } from './present-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import type { texts } from './texts.ja.ts';

/** One lead's passage through one journey: where it is and why, what comes next, and the steps so far. */
export function PassagePage() {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const leadName = useLeadName();
  const { enrollment } = useParams({ from: '/frame/enrollments/$enrollment' });
  const { data, error } = useQuery(
    trpc.enrollments.get.queryOptions({ enrollment }, { meta: { silent: true }, refetchInterval: 5_000 }),
  );
  if (error !== null && data === undefined) {
    return (
      <Page>
        <EmptyState icon="journey" title={t('notFound')} help={text(readErrorText(error))} />
      </Page>
    );
  }
  if (data === undefined) return <PendingScreen />;
  const { journey, lead } = data;
  const name = leadName(lead);
  const above = (
    <BackLink to="/journeys/$journey" params={{ journey: journey.id }}>
      {t('above', { journey: journey.name, version: journey.version })}
    </BackLink>
  );
  return (
    <Page narrow>
      <PageHeader title={name} above={above} {...(data.test ? { help: t('test') } : {})}>
        <Link className="link" to="/enrollments/$enrollment/canvas" params={{ enrollment }}>
          {t('toMap')}
        </Link>
        <Link className="link" to="/leads/$lead" params={{ lead: lead.id }}>
          {t('toLead')}
        </Link>
        <PassageActions passage={data} />
      </PageHeader>
      <PresentPanel passage={data} />
      {data.state !== 'ended' && <NextPanel passage={data} />}
      <StepsPanel enrollment={enrollment} isTypeMissing={data.missingType !== null} />
      <SentMailDialog />
    </Page>
  );
}
