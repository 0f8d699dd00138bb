import type { MovedHandoffs } from '@sodate/services/person/move-handoffs';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import type { texts } from './texts.ja.ts';

/** What truly came about when hand-offs were given on: how many whom, and how many stayed and why. */
export function useMovedWords(): (moved: MovedHandoffs, given: { readonly deactivated: boolean }) => string {
  const t = useTexts<typeof texts>('people');
  const people = useSalespeople();
  const leadName = useLeadName();
  return ({ moved, receivers, given, stayed }, { deactivated }) => {
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? t('somebody');
    const [only, ...others] = receivers;
    const each = receivers.map(({ id, count }) => t('previewLine', { name: nameOf(id), count })).join(t('and'));
    const who = only === undefined || others.length > 0 ? each : t('toPerson', { name: nameOf(only.id) });
    const [first] = given;
    const lead = moved === 1 && first !== undefined ? leadName(first.lead) : undefined;
    return [
      ...(deactivated ? [t('left')] : []),
      ...(lead !== undefined ? [t('movedOne', { lead, to: who })] : []),
      ...(moved > 0 && lead === undefined
        ? [t(others.length > 0 ? 'movedEach' : 'moved', { count: moved, to: who })]
        : []),
      ...(stayed.away > 0 ? [t('stayedAway', { count: stayed.away })] : []),
      ...(stayed.changed > 0 ? [t('stayedChanged', { count: stayed.changed })] : []),
    ].join(t('stop'));
  };
}
