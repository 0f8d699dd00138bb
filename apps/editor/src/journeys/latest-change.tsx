import { VisuallyHidden } from '@mantine/core';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useCompany, useGraph, useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';

/** Says aloud what somebody else has just changed; the eye has the mark on the card. */
export function LatestChange() {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { types } = useJourney();
  const { nodes } = useGraph();
  const latest = useCompany((state) => state.latest);
  const people = useCompany((state) => state.people);
  const node = latest?.nodes.map((id) => nodes[id]).find((one) => one !== undefined);
  const type = types.get(node?.type ?? '');
  const name = people.find(({ clientId }) => clientId === latest?.clientId)?.name ?? t('somebodyElse');
  const title = node?.title ?? (type === undefined ? '' : text(type.title));
  return (
    <VisuallyHidden role="status">{node === undefined ? '' : t('latestChange', { name, node: title })}</VisuallyHidden>
  );
}
