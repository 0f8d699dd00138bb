import { Button, Group, Modal, Radio, Select, Stack } from '@mantine/core';
import type { ListedPerson } from '@sodate/services/person/list-people';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useText } from '../language/use-text.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { findOnlyTeam } from './find-only-team.ts';
import type { texts } from './texts.ja.ts';
import { usePersonChoices } from './use-person-choices.tsx';

const heirs = ['person', 'team', 'nobody'] as const;
type Heir = (typeof heirs)[number];

/** Deactivates somebody, or only moves what they have; says first how many open hand-offs there are, and who gets them. */
export function LeavePerson({
  person,
  deactivates,
  onClose,
}: {
  /** Or 'nobody': the hand-offs that nobody who is with us has; those can only be moved. */
  person: Pick<ListedPerson, 'id' | 'name'> | 'nobody';
  deactivates: boolean;
  onClose: () => void;
}) {
  const t = useTexts<typeof texts>('people');
  const text = useText();
  const id = person === 'nobody' ? person : person.id;
  const { data: count } = useQuery(trpc.people.openHandoffs.queryOptions({ id }));
  const [heir, setHeir] = useState<Heir>('person');
  const [picked, setChosen] = useState<string | null>(null);
  const { data: teams } = useQuery(teamsQuery);
  const onlyTeam = findOnlyTeam(teams?.rows ?? []);
  const chosen = picked ?? (heir === 'team' ? onlyTeam : null);
  const options = {
    meta: { silent: true },
    onSuccess: async ({ moved }: { moved: number }) => {
      await queryClient.invalidateQueries();
      if (!deactivates) showSaved(t('moved', { count: moved }));
      else showSaved(moved === 0 ? t('left') : t('leftAndMoved', { count: moved }));
      onClose();
    },
  };
  const deactivate = useMutation(trpc.people.deactivate.mutationOptions(options));
  const move = useMutation(trpc.people.moveHandoffs.mutationOptions(options));
  const acting = deactivates ? deactivate : move;
  if (count === undefined) return null;
  const kinds = deactivates ? heirs : heirs.filter((one) => one !== 'nobody');
  const kind = count === 0 ? 'nobody' : heir;
  const to = heirOf({ kind, chosen });
  const moving = kind === 'nobody' ? 0 : count;
  const deactivateWords = moving === 0 ? t('leaveAction') : t('leaveAndMove', { count: moving });
  return (
    <Modal opened onClose={onClose} title={titleOf({ person, deactivates, t })}>
      <Stack gap="sm">
        <p>{t(deactivates ? 'leaveHelp' : 'moveHelp')}</p>
        {count === 0 && <p>{t('noHandoffs')}</p>}
        {count > 0 && (
          <Radio.Group
            label={t('handoffs', { count })}
            value={heir}
            onChange={(value) => {
              setHeir(heirs.find((one) => one === value) ?? 'person');
              setChosen(null);
            }}
          >
            <Stack gap="xs" mt={6}>
              {kinds.map((one) => (
                <Radio key={one} value={one} label={t(heirWords[one])} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {kind === 'person' && <PersonChoice except={id} value={chosen} onChange={setChosen} />}
        {kind === 'team' && <TeamChoice value={chosen} onChange={setChosen} />}
        {acting.error !== null && (
          <p role="alert" style={{ color: 'var(--danger)' }}>
            {text(readErrorText(acting.error))}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color={deactivates ? 'danger' : 'accent'}
            disabled={to === undefined || (!deactivates && moving === 0)}
            loading={acting.isPending}
            onClick={() => to !== undefined && acting.mutate({ id, to })}
          >
            {deactivates ? deactivateWords : t('moveAction', { count: moving })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function titleOf({
  person,
  deactivates,
  t,
}: Pick<Parameters<typeof LeavePerson>[0], 'person' | 'deactivates'> & { t: Translate<typeof texts> }) {
  if (person === 'nobody') return t('moveNobodys');
  return t(deactivates ? 'leaveTitle' : 'moveTitle', { name: person.name });
}

const teamsQuery = trpc.teams.list.queryOptions({ limit: 200 });

const heirWords = { person: 'heirPerson', team: 'heirTeam', nobody: 'heirNobody' } as const;

function heirOf({ kind, chosen }: { kind: Heir; chosen: string | null }) {
  if (kind === 'nobody') return { kind };
  if (chosen === null) return undefined;
  return kind === 'person' ? { kind, person: chosen } : { kind, team: chosen };
}

interface Choice {
  readonly value: string | null;
  readonly onChange: (chosen: string | null) => void;
}

function PersonChoice({ except, value, onChange }: Choice & { except: string }) {
  const t = useTexts<typeof texts>('people');
  const people = useSalespeople().filter(({ id }) => id !== except);
  const { choices, renderOption } = usePersonChoices({ people });
  return (
    <Select
      label={t('person')}
      data={choices}
      renderOption={renderOption}
      value={value}
      onChange={onChange}
      searchable
      required
    />
  );
}

function TeamChoice({ value, onChange }: Choice) {
  const t = useTexts<typeof texts>('people');
  const { data } = useQuery(teamsQuery);
  const teams = (data?.rows ?? []).map(({ id, name, members }) => {
    const away = members.every((member) => member.away);
    return { value: String(id), label: away ? t('teamNobodyThere', { name }) : name, disabled: away };
  });
  return <Select label={t('team')} data={teams} value={value} onChange={onChange} searchable required />;
}
