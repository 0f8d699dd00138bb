import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import type { OpenHandoffs } from '@sodate/services/person/count-open-handoffs';
import type { ListedPerson } from '@sodate/services/person/list-people';
import type { MovedHandoffs } from '@sodate/services/person/move-handoffs';
import type { MovePreview as Preview } from '@sodate/services/person/preview-move';
import type { ListedTeam } from '@sodate/services/team/list-teams';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useText } from '../language/use-text.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import { unbroken } from '../parts/unbroken.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { AbsenceWarning } from './absence-warning.tsx';
import { findOnlyTeam } from './find-only-team.ts';
import { LeadsToMove } from './leads-to-move.tsx';
import { MovePreview } from './move-preview.tsx';
import { MoveResult } from './move-result.tsx';
import { NoUndoAfter } from './no-undo-after.tsx';
import { PersonChoice } from './person-choice.tsx';
import { TeamChoice } from './team-choice.tsx';
import type { texts } from './texts.ja.ts';
import { type Move, useMove, type WhichToMove } from './use-move.ts';
import { useWhichToMove, WhichToMoveFields } from './which-to-move.tsx';

const heirs = ['person', 'team', 'nobody'] as const;
type Heir = (typeof heirs)[number];

/** Deactivates somebody, or only moves what they have; where that is shared out, says then which went to whom. */
export function LeavePerson({ onClose, ...move }: Move & { onClose: () => void }) {
  const [moved, setMoved] = useState<MovedHandoffs>();
  if (moved !== undefined) return <MoveResult moved={moved} onClose={onClose} />;
  const onDone = (done: MovedHandoffs) => (done.receivers.length > 1 ? setMoved(done) : onClose());
  return <LeaveDialog move={move} onClose={onClose} onDone={onDone} />;
}

/** Says first how many open hand-offs there are, and who gets how many. */
function LeaveDialog({
  move,
  onClose,
  onDone,
}: {
  move: Move;
  onClose: () => void;
  onDone: (moved: MovedHandoffs) => void;
}) {
  const { person, deactivates } = move;
  const t = useTexts<typeof texts>('people');
  const id = person === 'nobody' ? person : person.id;
  const choice = useWhichToMove(move);
  const { counts, which } = choice;
  const people = useSalespeople();
  const [note, setNote] = useState('');
  const [heir, setHeir] = useState<Heir>('person');
  const [picked, setChosen] = useState<string | null>(null);
  const { data: listed } = useQuery(teamsQuery);
  const teams = listed?.rows ?? [];
  const onlyTeam = findOnlyTeam({ teams, except: id });
  const chosen = picked ?? (heir === 'team' ? onlyTeam : null);
  const count = counts === undefined ? 0 : counts.open + counts.working;
  const kind = count === 0 ? 'nobody' : heir;
  const to = heirOf({ kind, chosen });
  const { preview, acting, act } = useMove({ move, to, which, onDone });
  if (counts === undefined) return null;
  const kinds = deactivates ? heirs : heirs.filter((one) => one !== 'nobody');
  const moving = movingOf({ kind, counts, called: choice.called ?? 0, which, preview });
  const receiver = people.find((one) => heir === 'person' && one.id === chosen);
  const stays = person === 'nobody' || deactivates ? t('staysNobody') : t('staysWith', { name: person.name });
  const choose = (value: string) => {
    setHeir(heirs.find((one) => one === value) ?? 'person');
    setChosen(null);
  };
  return (
    <Modal opened onClose={onClose} title={titleOf({ person, deactivates, t })}>
      <Stack gap="sm">
        <p>{t(deactivates ? 'leaveHelp' : 'moveHelp')}</p>
        {deactivates && person !== 'nobody' && <NoUndoAfter person={person} />}
        <WhichToMoveFields choice={choice} />
        <LeadsToMove move={move} which={which} />
        {count > 0 && (
          <Radio.Group label={t('handoffs', { count })} value={heir} onChange={choose}>
            <Stack gap="xs" mt={6}>
              {kinds.map((one) => (
                <Radio key={one} value={one} label={t(heirWords[one])} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Receiving kind={kind} chosen={chosen} onChoose={setChosen} except={id} teams={teams} preview={preview}>
          {preview !== undefined && (
            <MovePreview preview={preview} stays={stays} onChoosePerson={() => choose('person')} />
          )}
        </Receiving>
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
        {isMadeUp({ receiver, preview, people }) && <p className="muted">{t('moveMadeUp')}</p>}
        <Failure error={acting.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color={deactivates ? 'danger' : 'accent'}
            disabled={to === undefined || (!deactivates && moving === 0)}
            loading={acting.isPending}
            onClick={() => act({ note })}
          >
            {actionOf({ deactivates, moving, chosen: to !== undefined, t })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Who gets them, and what that would mean. */
function Receiving({
  kind,
  chosen,
  onChoose,
  except,
  teams,
  preview,
  children,
}: {
  kind: Heir;
  chosen: string | null;
  onChoose: (chosen: string | null) => void;
  except: string;
  teams: readonly ListedTeam[];
  preview: Preview | undefined;
  /** What would become of them in a team. */
  children: ReactNode;
}) {
  const receiver = useSalespeople().find(({ id }) => id === chosen);
  switch (kind) {
    case 'person':
      return (
        <>
          <PersonChoice except={except} value={chosen} onChange={onChoose} />
          <AbsenceWarning person={receiver} concerns={(preview?.away ?? 0) > 0} />
        </>
      );
    case 'team':
      return (
        <>
          <TeamChoice teams={teams} except={except} value={chosen} onChange={onChoose} />
          {children}
        </>
      );
    default:
      return null;
  }
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

function actionOf({
  deactivates,
  moving,
  chosen,
  t,
}: {
  deactivates: boolean;
  moving: number;
  chosen: boolean;
  t: Translate<typeof texts>;
}) {
  // Of a team it is not known how many until it is chosen.
  if (!deactivates && moving === 0) return t(chosen ? 'move' : 'moveToTeam');
  if (!deactivates) return t('moveAction', { count: moving });
  return moving === 0 ? t('leaveAction') : t('leaveAndMove', { count: moving });
}

/** What a team takes is known only from the preview: until then, nothing can be moved. */
function movingOf({
  kind,
  counts,
  called,
  which,
  preview,
}: {
  kind: Heir;
  counts: OpenHandoffs;
  called: number;
  which: WhichToMove;
  preview: Preview | undefined;
}): number {
  if (kind === 'nobody') return 0;
  if (kind === 'person' && which.meanwhile && preview === undefined) return called;
  if (kind === 'team' || which.meanwhile) return (preview?.receivers ?? []).reduce((sum, { count }) => sum + count, 0);
  return counts.open + (which.working ? counts.working : 0);
}

/** Whether no mail reaches somebody who gets them. */
function isMadeUp({
  receiver,
  preview,
  people,
}: {
  receiver: ListedPerson | undefined;
  preview: Preview | undefined;
  people: readonly ListedPerson[];
}): boolean {
  if (receiver !== undefined) return receiver.madeUp;
  return people.some(({ id, madeUp }) => madeUp && preview?.receivers.some((one) => one.id === id));
}

function titleOf({ person, deactivates, t }: Pick<Move, 'person' | 'deactivates'> & { t: Translate<typeof texts> }) {
  if (person === 'nobody') return t('moveNobodys');
  return t(deactivates ? 'leaveTitle' : 'moveTitle', { name: unbroken(person.name) });
}

const teamsQuery = trpc.teams.list.queryOptions({ limit: 200 });

const heirWords = { person: 'heirPerson', team: 'heirTeam', nobody: 'heirNobody' } as const;

function heirOf({ kind, chosen }: { kind: Heir; chosen: string | null }) {
  if (kind === 'nobody') return { kind };
  if (chosen === null) return undefined;
  return kind === 'person' ? { kind, person: chosen } : { kind, team: chosen };
}
