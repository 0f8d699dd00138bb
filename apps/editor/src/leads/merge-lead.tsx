import { Button, Group, Modal, SegmentedControl, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { unbroken } from '../parts/unbroken.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { useLeadName } from './lead-name.tsx';
import type { LeadDetail } from './lead-types.ts';
import { MergePreview } from './merge-preview.tsx';
import type { texts } from './texts.ja.ts';

const searchMs = 250;

/** Makes two leads one, after showing what stays, what moves and what ends. */
export function MergeLead({
  detail,
  name,
  onClose,
  onMerged,
}: {
  detail: LeadDetail;
  name: string;
  onClose: () => void;
  onMerged: (lead: string) => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const queries = useQueryClient();
  const [other, setOther] = useState<{ readonly id: string; readonly name: string }>();
  const [stays, setStays] = useState<'this' | 'other'>('this');
  const merge = useMutation(
    trpc.leads.merge.mutationOptions({
      meta: { silent: true },
      onSuccess: async (...[, { keep }]) => {
        onMerged(keep);
        showSaved(t('mergedDone'));
        await queries.invalidateQueries(trpc.leads.pathFilter());
      },
    }),
  );
  const pair = other && pairOf({ shown: detail.id, other: other.id, stays });
  return (
    <Modal opened onClose={onClose} title={t('mergeTitle', { name: unbroken(name) })} size="lg">
      <Stack gap="sm">
        <OtherLead
          except={detail.id}
          onChoose={(chosen) => {
            merge.reset();
            setOther(chosen);
          }}
        />
        {other !== undefined && (
          <div>
            <p id="merge-stays">{t('mergeStays')}</p>
            <SegmentedControl
              aria-labelledby="merge-stays"
              value={stays}
              onChange={(value) => setStays(value === 'other' ? 'other' : 'this')}
              data={[
                { value: 'this', label: t('mergeThis', { name }) },
                { value: 'other', label: other.name },
              ]}
            />
          </div>
        )}
        {pair !== undefined && <MergePreview pair={pair} />}
        {merge.error !== null && (
          <p role="alert" style={{ color: 'var(--danger)' }}>
            {text(readErrorText(merge.error))}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color="danger"
            disabled={pair === undefined}
            loading={merge.isPending}
            onClick={() => pair !== undefined && merge.mutate(pair)}
          >
            {t('mergeAction')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function pairOf({ shown, other, stays }: { shown: string; other: string; stays: 'this' | 'other' }) {
  return stays === 'this' ? { keep: shown, merge: other } : { keep: other, merge: shown };
}

/** Finds the other lead by name, mail address or company, on the server. */
function OtherLead({
  except,
  onChoose,
}: {
  except: string;
  onChoose: (chosen: { id: string; name: string } | undefined) => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const nameOf = useLeadName();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), searchMs);
  const found = useQuery(
    trpc.leads.list.queryOptions(
      { limit: 20, filter: wanted === '' ? {} : { search: wanted } },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = (found.data?.rows ?? []).filter(({ id }) => id !== except);
  const options = rows.map((row) => ({
    value: String(row.id),
    label: [nameOf(row), row.email, row.company?.name].filter(Boolean).join(' · '),
  }));
  return (
    <Select
      label={t('mergeOther')}
      description={t('mergeOtherHelp')}
      placeholder={t('searchPlaceholder')}
      searchable
      clearable
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('none')}
      onSearchChange={setSearch}
      onChange={(id) => {
        const row = rows.find((one) => one.id === id);
        onChoose(row === undefined ? undefined : { id: row.id, name: nameOf(row) });
      }}
      data-autofocus
    />
  );
}
