import type { Edge } from '@sodate/journey/graph/graph';
import { passedOver } from '@sodate/journey/graph/way';
import type { NodeId } from '@sodate/journey/id';
import type { OpenedShare } from '@sodate/services/share/open-share';
import type { ShareCounts } from '@sodate/services/share/read-share-counts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { stemWidth } from '../canvas/stem-width.ts';
import { useTexts } from '../language/use-texts.ts';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { FollowNode } from '../reading/follow-node.tsx';
import { type DrawnGraph, ReadingCanvas } from '../reading/reading-canvas.tsx';
import type { CardLook, EdgeLook } from '../reading/reading-look.ts';
import { trpc } from '../server/trpc.ts';
import { MailSourceContext } from './mail-source.ts';
import { RefusedShare } from './refused-share.tsx';
import { ShareBar } from './share-bar.tsx';
import classes from './share-page.module.css';
import { ShareSide } from './share-side.tsx';
import type { texts } from './texts.ja.ts';
import { useDrawn } from './use-drawn.ts';
import { useSharedJourney } from './use-shared-journey.ts';

const everyMs = 15_000;

/** What a share link opens: the journey to be read, by anybody who has the link. */
export function SharePage() {
  const { token } = useParams({ from: '/share/$token' });
  return (
    <Suspense fallback={<PendingScreen />}>
      <Shared key={token} token={token} />
    </Suspense>
  );
}

function Shared({ token }: { token: string }) {
  const opened = useSharedJourney({ token });
  if (opened.kind !== 'good') return <RefusedShare kind={opened.kind} />;
  return <Readable token={token} opened={opened} />;
}

function Readable({ token, opened }: { token: string; opened: Extract<OpenedShare, { kind: 'good' }> }) {
  const t = useTexts<typeof texts>('share');
  const { journey, withCounts } = opened;
  const drawn = useDrawn(journey);
  const options = trpc.shares.counts.queryOptions({ token }, { meta: { silent: true }, enabled: withCounts });
  const counts = useQuery({ ...options, refetchInterval: everyMs }).data;
  const [node, setNode] = useState<NodeId>();
  const [followed, setFollowed] = useState<NodeId>();
  const looks = useLooks({ counts: counts ?? undefined, node, drawn });
  const mails = useMemo(() => ({ kind: 'share', token }) as const, [token]);
  const follow = (next: NodeId | undefined) => {
    setNode(next);
    setFollowed(next);
  };
  if (withCounts && counts === null) return <RefusedShare kind="unknown" />;
  return (
    <div className={classes.screen}>
      <title>{`${journey.name} | Sodate`}</title>
      <ShareBar journey={journey} token={token} />
      <main className={classes.content}>
        <ReadingCanvas label={t('canvas')} drawn={drawn} onOpen={setNode} {...looks}>
          <FollowNode node={followed === undefined ? undefined : journey.graph.nodes[followed]} />
        </ReadingCanvas>
        <MailSourceContext value={mails}>
          <ShareSide journey={journey} counts={counts ?? undefined} node={node} onOpen={follow} />
        </MailSourceContext>
      </main>
    </div>
  );
}

function useLooks({
  counts,
  node,
  drawn,
}: {
  counts: ShareCounts | undefined;
  node: NodeId | undefined;
  drawn: DrawnGraph;
}) {
  const t = useTexts<typeof texts>('share');
  const cardLook = useCallback(
    (id: NodeId): CardLook => {
      const { here = 0, total = 0 } = counts?.nodes[id] ?? {};
      const type = drawn.graph.nodes[id]?.type ?? '';
      // Nobody stays where a journey ends: as on the maker's canvas.
      const isEnd = drawn.types.get(type)?.family === 'end';
      return {
        ...(counts === undefined ? {} : { foot: isEnd ? t('reached', { total }) : t('hereTotal', { here, total }) }),
        ...(id === node ? { tone: 'here' } : {}),
      };
    },
    [counts, node, drawn, t],
  );
  const most = useMemo(() => Math.max(1, ...Object.values(counts?.ways ?? {})), [counts]);
  const edgeLook = useCallback(
    (edge: Edge): EdgeLook => {
      const count = passedOver({ edge, ways: counts?.ways ?? {} });
      return count === 0 ? {} : { label: String(count), width: stemWidth({ count, most }) };
    },
    [counts, most],
  );
  return { cardLook, edgeLook };
}
