import { Button } from '@mantine/core';
import type { UnclearEffect } from '@sodate/services/effect/list-unclear-effects';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from '../bulk/use-selection.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sendWords } from './send-words.ts';
import type { texts } from './texts.ja.ts';
import { useSendWord } from './use-send-word.ts';

type Word = (typeof sendWords)[keyof typeof sendWords][number];

/** A person's word on many sends at once: those that fit the sends on the page. */
export function BulkWords({
  selection,
  total,
  rows,
}: {
  selection: Selection;
  total: number;
  rows: readonly UnclearEffect[];
}) {
  const t = useTexts<typeof texts>('sends');
  const [asking, setAsking] = useState<Word>();
  const count = selection.all ? total : selection.picked.size;
  const ask = useMutation(
    trpc.bulk.ask.mutationOptions({
      onSettled: async () => {
        selection.clear();
        for (const router of [trpc.bulk, trpc.effects, trpc.home])
          await queryClient.invalidateQueries({ queryKey: router.pathKey() });
      },
    }),
  );
  const choice = selection.all
    ? { kind: 'matching' as const }
    : { kind: 'picked' as const, ids: [...selection.picked] };
  const wordOf = useSendWord();
  // Mails among them: in the words of mails.
  const send = rows.find(({ title }) => title === null) ?? { title: rows[0]?.title ?? null };
  const words = [...new Set(rows.flatMap(({ kind }): readonly Word[] => sendWords[kind]))];
  return (
    <>
      {words.map((as) => (
        <Button key={as} size="xs" variant="default" onClick={() => setAsking(as)}>
          {wordOf({ send, word: as })}
        </Button>
      ))}
      {asking !== undefined && (
        <Confirm
          opened
          onClose={() => setAsking(undefined)}
          title={t(`ask.${asking}`, { count })}
          action={wordOf({ send, word: asking })}
          danger={asking === 'again'}
          onConfirm={() => ask.mutateAsync({ verb: { kind: 'settle', as: asking }, choice })}
        >
          {t(`askHelp.${asking}`)}
        </Confirm>
      )}
    </>
  );
}
