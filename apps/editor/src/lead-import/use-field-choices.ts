import type { ImportField } from '@sodate/services/lead-import/import-fields';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { FieldChoice } from './guess-fields.ts';
import type { texts } from './texts.ja.ts';

/** Each once, in the order of the list; the type holds it to the server's. */
const builtIn = {
  name: true,
  nameKana: true,
  email: true,
  consent: true,
  company: true,
  department: true,
  title: true,
  phone: true,
  address: true,
  region: true,
  zone: true,
  language: true,
  userId: true,
} as const satisfies Record<ImportField, true>;

const builtInFields = Object.keys(builtIn) as readonly ImportField[];

/** The fields that a column may hold: those every lead has, then our own. Undefined until known. */
export function useFieldChoices(): readonly FieldChoice[] | undefined {
  const t = useTexts<typeof texts>('lead-import');
  const text = useText();
  const { data } = useQuery(trpc.attributes.list.queryOptions());
  return useMemo(() => {
    if (data === undefined) return undefined;
    const own = data.filter((one) => one.of === 'lead' && !one.builtIn);
    return [
      ...builtInFields.map((value) => ({ value, label: t(`field.${value}`) })),
      ...own.map(({ name, title }) => ({ value: `own.${name}`, label: text(title) })),
    ];
  }, [data, t, text]);
}
