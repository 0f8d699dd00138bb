import { ActionIcon, Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { NodeChoice } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';
import type { PublishPlan } from '@sodate/services/journey/read-publish-plan';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hurryCounts } from '../journeys/hurry-counts.ts';
import { useDraft, useGraph, useJourney } from '../journeys/journey-context.ts';
import { ProblemLine, problemKey } from '../journeys/problem-line.tsx';
import type { texts as journeyTexts } from '../journeys/texts.ja.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { queryClient } from '../server/query-client.ts';
import { server, trpc } from '../server/trpc.ts';
import { countAtOnce } from './immediate-sends.ts';
import { isByHandOnly } from './is-by-hand-only.ts';
import { earliestNext } from './next-at-by.ts';
import { PlannedNodeRow } from './planned-node-row.tsx';
import classes from './publish-dialog.module.css';
import { PublishSide } from './publish-side.tsx';
import { PublishedNext } from './published-next.tsx';
import { RivalsNote } from './rivals-note.tsx';
import type { texts } from './texts.ja.ts';

/** What a publish means for every lead in flight, said before it happens; with the choice for each node. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts<typeof texts>('publishing');
  const { journey, draft } = useJourney();
  // What is outside the journey may have been mended since it was drawn: the list below says what holds now.
  useEffect(() => {
    const reload = () => draft.reload().catch(() => {});
    void reload();
    void server.journeys.checkLinks.mutate({ journey }).then(reload, () => {});
  }, [draft, journey]);
  const { data } = useQuery(
    trpc.journeys.publishPlan.queryOptions({ journey }, { gcTime: 0, staleTime: 0, refetchOnWindowFocus: false }),
  );
  const [begun, setBegun] = useState<number>();
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={begun === undefined && data !== undefined && data.nodes.length > 0 ? 1128 : 520}
      padding={0}
      attributes={{ content: { 'aria-label': t('toPublish') } }}
    >
      {begun !== undefined && <PublishedNext version={begun} onClose={onClose} />}
      {begun === undefined && data === undefined && <PendingScreen />}
      {begun === undefined && data !== undefined && <Plan plan={data} onClose={onClose} onBegun={setBegun} />}
    </Modal>
  );
}

function Plan({
  plan,
  onClose,
  onBegun,
}: {
  plan: PublishPlan;
  onClose: () => void;
  /** The journey is live for the first time, as this version. */
  onBegun: (version: number) => void;
}) {
  const t = useTexts<typeof texts>('publishing');
  const [choices, setChoices] = useState<Readonly<Record<NodeId, NodeChoice>>>(() =>
    Object.fromEntries(plan.nodes.map(({ node, standard }) => [node, standard])),
  );
  const publish = usePublish({ onClose, onBegun });
  const { journey, types } = useJourney();
  const hasPeople = plan.nodes.length > 0;
  const byHand = isByHandOnly({ graph: useGraph(), types });
  const isAlone = !hasPeople && plan.errors === 0 && plan.changes.length > 0;
  return (
    <section className={classes.dialog}>
      <header className={classes.head}>
        <div>
          <h2>{hasPeople ? <PlanTitle plan={plan} /> : t('planTitleEmpty', { number: plan.nextVersion })}</h2>
          <p>
            {hasPeople ? t('planHelp', { count: plan.nodes.length }) : t(byHand ? 'planHelpByHand' : 'planHelpEmpty')}
          </p>
        </div>
        <ActionIcon variant="subtle" color="idle" size="lg" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </header>
      {hasPeople && (
        <div className={classes.body}>
          <ol className={classes.plans}>
            {plan.nodes.map((node) => (
              <PlannedNodeRow
                key={node.node}
                node={node}
                choice={choices[node.node] ?? node.standard}
                choose={(choice) => setChoices({ ...choices, [node.node]: choice })}
              />
            ))}
          </ol>
          <PublishSide plan={plan} choices={choices} />
        </div>
      )}
      {plan.errors > 0 && <Noted severity="error" onChosen={onClose} />}
      {isAlone && (
        <div className={classes.alone}>
          <PublishSide plan={plan} choices={choices} />
          <Noted severity="warning" onChosen={onClose} />
        </div>
      )}
      {!isAlone && plan.errors === 0 && <Noted severity="warning" onChosen={onClose} />}
      {plan.errors === 0 && <RivalsNote />}
      <footer className={classes.foot}>
        <AtOnce plan={plan} choices={choices} />
        <Button size="md" variant="subtle" color="idle" onClick={onClose}>
          {t('backToEdit')}
        </Button>
        <Button
          size="md"
          disabled={plan.errors > 0}
          loading={publish.isPending}
          onClick={() => publish.mutate({ journey, revision: plan.revision, choices })}
          data-autofocus
        >
          {t('publishDo', { number: plan.nextVersion })}
        </Button>
      </footer>
    </section>
  );
}

/** Test leads are counted apart from those in progress. */
function PlanTitle({ plan: { nextVersion: number, inFlight, testsInFlight } }: { plan: PublishPlan }) {
  const t = useTexts<typeof texts>('publishing');
  if (inFlight === 0) return t('planTitleTests', { number, count: testsInFlight });
  return (
    <>
      <RichText text={t('planTitle', { number, count: inFlight })} />
      {testsInFlight > 0 && <small className="muted"> {t('testsBeside', { count: testsInFlight })}</small>}
    </>
  );
}

function usePublish({ onClose, onBegun }: { onClose: () => void; onBegun: (version: number) => void }) {
  const t = useTexts<typeof texts>('publishing');
  const { journey, draft } = useJourney();
  return useMutation(
    trpc.journeys.publish.mutationOptions({
      onSuccess: async ({ version: number }) => {
        if (number === 1) onBegun(number);
        else {
          onClose();
          notifications.show({ message: t('published', { number }), color: 'ok' });
        }
        await draft.reload();
        await queryClient.invalidateQueries(trpc.journeys.get.queryFilter({ journey }));
        hurryCounts({ now: Date.now() });
        await queryClient.invalidateQueries(trpc.journeys.counts.queryFilter({ journey }));
        await queryClient.invalidateQueries(trpc.mails.uses.pathFilter());
      },
    }),
  );
}

/** What has to be mended first, or is worth a look before; each leads to its place. */
function Noted({ severity, onChosen }: { severity: Problem['severity']; onChosen: () => void }) {
  const t = useTexts<typeof journeyTexts>('journeys');
  const own = useDraft((state) => state.problems).filter((problem) => problem.severity === severity);
  if (own.length === 0) return null;
  return (
    <section className={classes.noted}>
      {severity === 'warning' && <h3>{t('worthALook')}</h3>}
      <ul aria-label={severity === 'error' ? t('problemList') : t('worthALook')}>
        {own.map((problem) => (
          <li key={problemKey(problem)}>
            <ProblemLine problem={problem} onChosen={onChosen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sentence that matters: what goes out the moment it is published. */
function AtOnce({ plan, choices }: { plan: PublishPlan; choices: Readonly<Record<NodeId, NodeChoice>> }) {
  const t = useTexts<typeof texts>('publishing');
  const { dateTime } = useFormats();
  const { types } = useJourney();
  const graph = useGraph();
  const isMessage = (node: NodeId) => types.get(graph.nodes[node]?.type ?? '')?.family === 'message';
  const nextAt = earliestNext({ nodes: plan.nodes, choices });
  const isSampled = plan.nodes.some((node) => node.isSampled);
  const { goOn, sends } = countAtOnce({ nodes: plan.nodes, choices, isMessage });
  if (plan.errors > 0) {
    return (
      <p className={classes.zero} data-danger>
        <b>{plan.errors}</b>
        <span>
          <strong>{t('blocked', { count: plan.errors })}</strong>
          {t('blockedHelp')}
        </span>
      </p>
    );
  }
  if (plan.nodes.length === 0) return <span className={classes.zero} />;
  return (
    <p className={classes.zero} data-some={sends > 0 || undefined}>
      <b>
        {sends}
        <span className="unit">{t('mailsUnit')}</span>
      </b>
      <span>
        <strong>{sends === 0 ? t('nothingAtOnce') : t('someAtOnce', { count: sends })}</strong>
        {goOn > 0 && t(isSampled ? 'goOnSoonAbout' : 'goOnSoon', { count: goOn })}
        {goOn === 0 && nextAt !== undefined && t('nextGoesOn', { time: dateTime(nextAt) })}
      </span>
    </p>
  );
}
