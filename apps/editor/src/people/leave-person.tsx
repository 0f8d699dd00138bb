import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Textarea } from '@mantine/core';
import type { ListedPerson } from '@sodate/services/person/list-people';
import type { ListedTeam } from '@sodate/services/team/list-teams';
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
import { PersonChoice } from './person-choice.tsx';
import type { texts } from './texts.ja.ts';

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
  const id = person === 'nobody' ? person : person.id;
  const { data: counts } = useQuery(trpc.people.openHandoffs.queryOptions({ id }));
  const [working, setWorking] = useState(true);
  const people = useSalespeople();
  const [note, setNote] = useState('');
  const [heir, setHeir] = useState<Heir>('person');
  const [picked, setChosen] = useState<string | null>(null);
  const { data: teams } = useQuery(teamsQuery);
  const onlyTeam = findOnlyTeam(teams?.rows ?? []);
  const chosen = picked ?? (heir === 'team' ? onlyTeam : null);
  const options = {
    meta: { silent: true },
    onSuccess: async ({ moved }: { moved: number }) => {
      await queryClient.invalidateQueries();
      const given = { count: moved, to: receiver?.words ?? '' };
      if (deactivates && moved === 0) showSaved(t('left'));
      else showSaved(t(deactivates ? 'leftAndMoved' : 'moved', given));
      onClose();
    },
  };
  const deactivate = useMutation(trpc.people.deactivate.mutationOptions(options));
  const move = useMutation(trpc.people.moveHandoffs.mutationOptions(options));
  const acting = deactivates ? deactivate : move;
  const receiver = receiverOf({ heir, chosen, people, teams: teams?.rows ?? [], t });
  if (counts === undefined) return null;
  const count = counts.open + counts.working;
  const kinds = deactivates ? heirs : heirs.filter((one) => one !== 'nobody');
  const kind = count === 0 ? 'nobody' : heir;
  const to = heirOf({ kind, chosen });
  const chooses = !deactivates && counts.open > 0 && counts.working > 0;
  const moving = movingOf({ kind, counts, working: working || !chooses });
  const act = () => {
    if (to === undefined) return;
    if (deactivates) deactivate.mutate({ id: String(id), to });
    else move.mutate({ id, to, working: working || !chooses, note });
  };
  return (
    <Modal opened onClose={onClose} title={titleOf({ person, deactivates, t })}>
      <Stack gap="sm">
        <p>{t(deactivates ? 'leaveHelp' : 'moveHelp')}</p>
        <Which counts={counts} chooses={chooses} working={working} onChange={setWorking} />
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
        {!deactivates && count > 0 && (
          <Textarea
            label={t('moveNote')}
            description={t('moveNoteHelp')}
            autosize
            minRows={2}
            maxLength={2_000}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        )}
        {receiver?.madeUp === true && <p className="muted">{t('moveMadeUp')}</p>}
        <Failure error={acting.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color={deactivates ? 'danger' : 'accent'}
            disabled={to === undefined || (!deactivates && moving === 0)}
            loading={acting.isPending}
            onClick={act}
          >
            {actionOf({ deactivates, moving, t })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Failure({ error }: { error: Parameters<typeof readErrorText>[0] | null }) {
  const text = useText();
  if (error === null) return null;
  return (
    <p role="alert" style={{ color: 'var(--danger)' }}>
      {text(readErrorText(error))}
    </p>
  );
}

function actionOf({ deactivates, moving, t }: { deactivates: boolean; moving: number; t: Translate<typeof texts> }) {
  if (!deactivates) return t('moveAction', { count: moving });
  return moving === 0 ? t('leaveAction') : t('leaveAndMove', { count: moving });
}

interface Counts {
  readonly open: number;
  readonly working: number;
}

function movingOf({ kind, counts, working }: { kind: Heir; counts: Counts; working: boolean }): number {
  if (kind === 'nobody') return 0;
  return counts.open + (working ? counts.working : 0);
}

/** How many there are, and where one may choose, whether those in progress go along. */
function Which({
  counts,
  chooses,
  working,
  onChange,
}: {
  counts: Counts;
  chooses: boolean;
  working: boolean;
  onChange: (working: boolean) => void;
}) {
  const t = useTexts<typeof texts>('people');
  if (counts.open + counts.working === 0) return <p>{t('noHandoffs')}</p>;
  return (
    <>
      <p>{t('moveCounts', { ...counts })}</p>
      {chooses && (
        <Checkbox
          label={t('moveWorking', { count: counts.working })}
          description={t('moveWorkingHelp')}
          checked={working}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      )}
    </>
  );
}

/** Who gets them, in words, and whether no mail reaches them. */
function receiverOf({
  heir,
  chosen,
  people,
  teams,
  t,
}: {
  heir: Heir;
  chosen: string | null;
  people: readonly Pick<ListedPerson, 'id' | 'name' | 'madeUp'>[];
  teams: readonly ListedTeam[];
  t: Translate<typeof texts>;
}) {
  if (heir === 'person') {
    const person = people.find(({ id }) => id === chosen);
    return person && { words: t('toPerson', { name: person.name }), madeUp: person.madeUp };
  }
  const team = teams.find(({ id }) => id === chosen);
  return team && { words: t('toTeam', { name: team.name }), madeUp: team.members.some(({ madeUp }) => madeUp) };
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

function TeamChoice({ value, onChange }: Choice) {
  const t = useTexts<typeof texts>('people');
  const { data } = useQuery(teamsQuery);
  const teams = (data?.rows ?? []).map(({ id, name, members }) => {
    const away = members.every((member) => member.away);
    return { value: String(id), label: away ? t('teamNobodyThere', { name }) : name, disabled: away };
  });
  return <Select label={t('team')} data={teams} value={value} onChange={onChange} searchable required />;
}
