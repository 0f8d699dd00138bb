import { Button, NativeSelect } from '@mantine/core';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { JourneyDifference } from '@sodate/services/journey/read-difference';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { wordKeys } from '../parts/word-keys.ts';
import { fitted } from '../reading/reading-canvas.tsx';
import { trpc } from '../server/trpc.ts';
import { ChangeList } from './change-list.tsx';
import { versionToRestore } from './compare-with.ts';
import { DifferenceCanvas } from './difference-canvas.tsx';
import type { texts } from './texts.ja.ts';
import { useMayRestore } from './use-may-restore.ts';
import classes from './versions.module.css';
import type { Compared, ListedVersion, Look, Side } from './versions-page.tsx';

interface DifferenceGiven {
  readonly journey: JourneyId;
  readonly live: number | null;
  readonly versions: readonly ListedVersion[];
  readonly look: Look;
  readonly onCompare: (compared: Compared) => void;
}

/** Two sides on one canvas, what differs in words, and the way back to a version. */
export function Difference(given: DifferenceGiven) {
  return (
    <ReactFlowProvider>
      <ShownDifference {...given} />
    </ReactFlowProvider>
  );
}

function ShownDifference({ journey, live, versions, look: { of, compared }, onCompare }: DifferenceGiven) {
  const t = useTexts<typeof texts>('versions');
  const { data, isPlaceholderData } = useQuery({
    ...trpc.versions.difference.queryOptions({ journey, ...compared }),
    placeholderData: keepPreviousData,
  });
  const { setCenter, fitView } = useReactFlow();
  // Other versions are drawn elsewhere: each comparison is seen whole, not where the one before it was looked at.
  const isThere = data !== undefined && !isPlaceholderData;
  const shown = isThere ? `${compared.before} ${compared.after}` : undefined;
  useEffect(() => {
    if (shown !== undefined) void fitView(fitted);
  }, [shown, fitView]);
  const show = (id: NodeId) => {
    const node = data?.after.graph.nodes[id] ?? data?.before.graph.nodes[id];
    if (node !== undefined) void setCenter(node.position.x + 106, node.position.y + 36, { zoom: 1, duration: 420 });
  };
  return (
    <>
      {data === undefined ? <div /> : <DifferenceCanvas difference={data} plain={compared.before === 'nothing'} />}
      <aside className={classes.side}>
        <div className={classes.pickers}>
          <SidePicker
            label={t('before')}
            value={compared.before}
            versions={versions}
            onChange={(before) => onCompare({ ...compared, before })}
          />
          <SidePicker
            label={t('after')}
            value={compared.after}
            versions={versions}
            onChange={(after) => onCompare({ ...compared, after })}
          />
        </div>
        <Restore journey={journey} live={live} of={of} same={data !== undefined && isSame(data)} />
        {data !== undefined && <ChangeList journey={journey} compared={compared} difference={data} onShow={show} />}
      </aside>
    </>
  );
}

function SidePicker(given: {
  label: string;
  value: Side;
  versions: readonly ListedVersion[];
  onChange: (side: Side) => void;
}) {
  const t = useTexts<typeof texts>('versions');
  const { label, value, versions, onChange } = given;
  const numbers = versions.map(({ number }) => number);
  // A version further back than the list has been opened stays to be seen.
  const all = typeof value !== 'number' || numbers.includes(value) ? numbers : [...numbers, value];
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={String(value)}
      data={[
        { value: 'draft', label: t('draft') },
        ...all.map((number) => ({ value: String(number), label: `v${number}` })),
        { value: 'nothing', label: t('nothing') },
      ]}
      onChange={({ currentTarget: { value: chosen } }) =>
        onChange(chosen === 'draft' || chosen === 'nothing' ? chosen : Number(chosen))
      }
    />
  );
}

/** A mail that was rewritten is nothing that a draft could take back. */
function isSame({ changes, rules }: JourneyDifference): boolean {
  const drawn = changes.filter(({ lines }) => lines.length === 0 || lines.some(({ kind }) => kind !== 'mail'));
  return drawn.length + rules.changed.length === 0;
}

/** Brings the draft back to the version looked at; looking at the draft, to what is live. */
function Restore({ journey, live, of, same }: { journey: JourneyId; live: number | null; of: Side; same: boolean }) {
  const t = useTexts<typeof texts>('versions');
  const navigate = useNavigate();
  const may = useMayRestore();
  const number = versionToRestore({ of, live });
  // A draft that is what is live has nothing to throw away.
  if (!may || number === undefined || (of === 'draft' && same)) return null;
  return (
    <div className={classes.restore}>
      <Button
        variant="default"
        onClick={() => void navigate({ to: '/journeys/$journey', params: { journey }, search: { restore: number } })}
      >
        {t(of === 'draft' ? 'discard' : 'restore', { number: String(number) })}
      </Button>
      <p className="muted">{t('restoreHelp', { keys: wordKeys('mod+Z') })}</p>
    </div>
  );
}
