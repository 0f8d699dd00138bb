import { titleOfVariable } from '@sodate/journey/graph/mail-variables';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';
import type { ChipWords } from './variable-chips.ts';

/** What the variables of a mail are called in the language in use. */
export function useChipWords(): ChipWords {
  const t = useTexts<typeof texts>('mails');
  const text = useText();
  const { data } = useQuery(trpc.attributes.list.queryOptions());
  return useMemo(() => {
    const title: ChipWords['title'] = ({ name }) => {
      const found = titleOfVariable({ name, attributes: data ?? [] });
      return found === undefined ? undefined : text(found);
    };
    return {
      title,
      about(variable) {
        const own = title(variable);
        if (own === undefined) return t('chip.unknown', { name: variable.name });
        const { fallback } = variable;
        return fallback === undefined ? t('chip.plain', { title: own }) : t('chip.fallback', { title: own, fallback });
      },
    };
  }, [data, t, text]);
}
