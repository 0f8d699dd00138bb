import type { NodeId } from '@sodate/journey/id';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { NodeChoice } from './node-choice.tsx';
import type { texts } from './texts.ja.ts';
import type { Way } from './way.ts';

/** Way out that is chosen; a move names where to. */
export type ChosenWay = { readonly kind: Exclude<Way, 'move'> } | { readonly kind: 'move'; readonly node: NodeId };

/** Says what a way out means for the leads, and asks where a move leads to. */
export function WayDialog({
  way,
  count,
  journey,
  onClose,
  onGo,
}: {
  way: Way;
  count: number;
  /** The one journey of all of them: only within one are there nodes to move to. */
  journey: string | undefined;
  onClose: () => void;
  onGo: (way: ChosenWay) => Promise<unknown>;
}) {
  const t = useTexts<typeof texts>('stuck');
  const [node, setNode] = useState<NodeId | null>(null);
  const [missing, setMissing] = useState(false);
  const go = () => {
    if (way !== 'move') return onGo({ kind: way });
    setMissing(node === null);
    return node === null ? Promise.reject(new Error('no node chosen')) : onGo({ kind: way, node });
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(`ask.${way}`, { count })}
      action={t(`do.${way}`, { count })}
      danger={way === 'remove'}
      onConfirm={go}
    >
      <p>{t(`askHelp.${way}`)}</p>
      {way === 'move' && journey !== undefined && (
        <NodeChoice journey={journey} value={node} onChange={setNode} missing={missing} />
      )}
    </Confirm>
  );
}
