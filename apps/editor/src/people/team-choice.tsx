import { Select } from '@mantine/core';
import type { ListedTeam } from '@sodate/services/team/list-teams';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** Which team takes over in turns; one where nobody else is there cannot be chosen. */
export function TeamChoice({
  teams,
  except,
  value,
  onChange,
}: {
  teams: readonly ListedTeam[];
  /** Whom the hand-offs are taken from. */
  except: string;
  value: string | null;
  onChange: (chosen: string | null) => void;
}) {
  const t = useTexts<typeof texts>('people');
  const choices = teams.map(({ id, name, members }) => {
    const others = members.filter((member) => member.id !== except);
    const away = others.every((member) => member.away);
    const word = others.length === members.length ? 'teamNobodyThere' : 'teamNobodyElse';
    return { value: String(id), label: away ? t(word, { name }) : name, disabled: away };
  });
  return <Select label={t('team')} data={choices} value={value} onChange={onChange} searchable required />;
}
