import { Button } from '@mantine/core';
import type { EdgeId } from '@sodate/journey/graph/graph';
import { useAddNode } from '../canvas/use-add-node.ts';
import { useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** Puts a wait on a way and opens its settings, as one step that can be undone. */
export function RestHere({ edge }: { edge: EdgeId }) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { types, right } = useJourney();
  const addNode = useAddNode();
  const described = types.get('wait');
  if (described === undefined || right !== 'all') return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      mt={6}
      onClick={() => addNode({ described, spot: { kind: 'edge', edge } })}
    >
      {t('restHere', { title: text(described.title) })}
    </Button>
  );
}
