import { Select } from '@mantine/core';
import { asId, type JourneyId, type NodeId } from '@sodate/journey/id';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** The nodes of a journey as it is published, down the page; triggers are left out: nobody stands there. */
export function NodeChoice({
  journey,
  value,
  onChange,
  missing,
}: {
  journey: string;
  value: NodeId | null;
  onChange: (node: NodeId | null) => void;
  /** Asked to go on without a node. */
  missing: boolean;
}) {
  const t = useTexts<typeof texts>('stuck');
  const text = useText();
  const { data: draft } = useQuery(
    trpc.journeys.draft.queryOptions({ journey: asId<'journey'>(journey) as JourneyId }),
  );
  const { data: installed } = useQuery(trpc.nodeTypes.list.queryOptions());
  const types = new Map(installed?.described.map((type) => [type.type, type]));
  const nodes = Object.values(draft?.live?.graph.nodes ?? {})
    .filter(({ type }) => types.get(type)?.family !== 'trigger')
    .toSorted((one, other) => one.position.y - other.position.y || one.position.x - other.position.x);
  return (
    <Select
      mt="sm"
      label={t('moveTo')}
      placeholder={t('choose')}
      data={nodes.map(({ id, type, title }) => {
        const own = types.get(type)?.title;
        return { value: id, label: title ?? (own === undefined ? type : text(own)) };
      })}
      error={missing && value === null ? t('chooseFirst') : undefined}
      value={value}
      onChange={(id) => onChange(id === null ? null : asId<'node'>(id))}
      comboboxProps={{ withinPortal: true }}
      searchable
    />
  );
}
