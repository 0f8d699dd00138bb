import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { isFor } from '../frame/destinations.ts';
import { openKeyHelp } from '../key-help/open-key-help.ts';
import type { texts as keyTexts } from '../key-help/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { useMayAdd, useMayEdit } from '../leads/use-may-edit.ts';
import { useCreateMail } from '../mails/use-create-mail.ts';
import { useMayWrite } from '../mails/use-may-write.ts';
import type { IconName } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import { sections } from '../settings/sections.ts';
import type { texts } from './texts.ja.ts';

export interface Command {
  readonly key: string;
  readonly label: string;
  /** What else one may call it. */
  readonly words: string;
  readonly icon: IconName;
  readonly act: () => void;
}

type Named = 'journey' | 'lead' | 'import' | 'mail' | 'invite';

/** What this person can begin from anywhere. Each does what the button of its screen does. */
export function useCommands(): readonly Command[] {
  const t = useTexts<typeof texts>('palette');
  const ofKeys = useTexts<typeof keyTexts>('key-help');
  const navigate = useNavigate();
  const { role } = useSession().person;
  // Who has no mouse has hardly a keyboard.
  const touched = useMediaQuery('(hover: none)', false, { getInitialValueInEffect: false });
  const adds = useMayAdd();
  const edits = useMayEdit();
  const writes = useMayWrite();
  const createMail = useCreateMail();
  const people = sections.find(({ to }) => to === '/settings/people');
  const invites = people !== undefined && isFor({ destination: people, role });
  const draws = role === 'admin' || role === 'marketer';
  const command = ({ name, ...rest }: Pick<Command, 'icon' | 'act'> & { name: Named }): Command => {
    return { ...rest, key: `do:${name}`, label: t(`do.${name}`), words: t(`do.${name}.words`) };
  };
  const newJourney = () => void navigate({ to: '/journeys', search: { create: true } });
  const addLead = () => void navigate({ to: '/leads', search: { add: true } });
  const importLeads = () => void navigate({ to: '/leads/import' });
  const invite = () => void navigate({ to: '/settings/people', search: { invite: true } });
  const help: Command = {
    key: 'do:help',
    label: ofKeys('title'),
    words: ofKeys('words'),
    icon: 'help',
    act: openKeyHelp,
  };
  return [
    { may: draws, does: command({ name: 'journey', icon: 'journey', act: newJourney }) },
    { may: adds, does: command({ name: 'lead', icon: 'user', act: addLead }) },
    { may: edits, does: command({ name: 'import', icon: 'users', act: importLeads }) },
    { may: writes, does: command({ name: 'mail', icon: 'mail', act: createMail.create }) },
    { may: invites, does: command({ name: 'invite', icon: 'plus', act: invite }) },
    { may: !touched, does: help },
  ].flatMap(({ may, does }) => (may ? [does] : []));
}
