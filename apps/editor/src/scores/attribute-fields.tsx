import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { type AttributeKind, comparisonsOf, startComparison } from './comparisons.ts';
import type { Comparison, DraftRule } from './rule-draft.ts';
import type { texts } from './texts.ja.ts';

type AttributeWhen = Extract<DraftRule['when'], { kind: 'attribute' }>;

/** Which attribute, how it is compared, and with what. */
export function AttributeFields({
  rule,
  when,
  locked,
  onChange,
}: {
  rule: DraftRule;
  when: AttributeWhen;
  locked: boolean;
  onChange: (rule: DraftRule) => void;
}) {
  const t = useTexts<typeof texts>('scores');
  const text = useText();
  const { data } = useQuery(trpc.attributes.list.queryOptions(undefined, { staleTime: 60_000 }));
  const attributes = data ?? [];
  const kind: AttributeKind =
    attributes.find(({ of, name }) => of === when.of && name === when.attribute)?.kind ?? 'text';
  const set = (part: Partial<AttributeWhen>) => onChange({ ...rule, when: { ...when, ...part } });
  const choose = (key: string) => {
    const chosen = attributes.find(({ of, name }) => `${of}.${name}` === key);
    if (chosen !== undefined) set({ of: chosen.of, attribute: chosen.name, compare: startComparison(chosen.kind) });
  };
  const inGroup = (group: 'lead' | 'company') =>
    attributes
      .filter(({ of }) => of === group)
      .map(({ of, name, title }) => ({ value: `${of}.${name}`, label: text(title) }));
  return (
    <>
      <Select
        aria-label={t('attribute')}
        allowDeselect={false}
        searchable
        disabled={locked}
        data={[
          { group: t('ofLead'), items: inGroup('lead') },
          { group: t('ofCompany'), items: inGroup('company') },
        ]}
        value={`${when.of}.${when.attribute}`}
        onChange={(key) => key !== null && choose(key)}
      />
      <Select
        aria-label={t('comparison')}
        allowDeselect={false}
        disabled={locked}
        data={comparisonsOf(kind).map((is) => ({ value: is, label: t(`is.${is}`) }))}
        value={when.compare.is}
        onChange={(is) => is !== null && set({ compare: startComparison(kind, is) })}
      />
      <ValueInput compare={when.compare} kind={kind} locked={locked} onChange={(compare) => set({ compare })} />
    </>
  );
}

function ValueInput({
  compare,
  kind,
  locked,
  onChange,
}: {
  compare: Comparison;
  kind: AttributeKind;
  locked: boolean;
  onChange: (compare: Comparison) => void;
}) {
  const t = useTexts<typeof texts>('scores');
  if (!('value' in compare)) return null;
  if (typeof compare.value === 'boolean') return null;
  if (kind === 'number') {
    return (
      <NumberInput
        aria-label={t('value')}
        disabled={locked}
        value={Number(compare.value)}
        onChange={(value) => onChange({ ...compare, value: Number(value) } as Comparison)}
      />
    );
  }
  return (
    <TextInput
      aria-label={t('value')}
      placeholder={t('value')}
      disabled={locked}
      value={String(compare.value)}
      onChange={({ currentTarget }) => onChange({ ...compare, value: currentTarget.value } as Comparison)}
    />
  );
}
