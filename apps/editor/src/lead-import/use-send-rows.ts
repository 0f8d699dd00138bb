import { useRef, useState } from 'react';
import { showError } from '../server/show-error.ts';
import { server } from '../server/trpc.ts';
import { chunkRows } from './chunk-rows.ts';
import type { ImportChoices } from './import-options.tsx';
import type { CsvFile, CsvRow } from './read-csv.ts';

interface Sending {
  readonly file: CsvFile;
  /** For each column the field it is; undefined: left out, and never sent. */
  readonly fields: readonly (string | undefined)[];
  readonly options: ImportChoices;
}

/** Sends the rows to be checked, chunk by chunk; `sent` is how many have gone out, undefined while nothing is under way. */
export function useSendRows({ onSent }: { onSent: (id: string) => void }) {
  const [sent, setSent] = useState<number>();
  const cancelled = useRef(false);
  const send = async (sending: Sending) => {
    cancelled.current = false;
    setSent(0);
    try {
      const id = await sendAll({ sending, onProgress: setSent, isCancelled: () => cancelled.current });
      if (id !== undefined) onSent(id);
    } catch (error) {
      showError(error);
    } finally {
      setSent(undefined);
    }
  };
  const cancel = () => {
    cancelled.current = true;
  };
  return { send, sent, cancel };
}

async function sendAll({
  sending: { file, fields, options },
  onProgress,
  isCancelled,
}: {
  sending: Sending;
  onProgress: (sent: number) => void;
  isCancelled: () => boolean;
}): Promise<string | undefined> {
  const { existing, consents, wording, source } = options;
  const places = fields.flatMap((field, index) => (field === undefined ? [] : [{ field, index }]));
  const pick = ({ number, cells }: CsvRow): CsvRow => ({
    number,
    cells: places.map(({ index }) => (cells[index] ?? '').slice(0, 2_000)),
  });
  const made = await server.leadImports.create.mutate({
    name: file.name,
    fields: places.map(({ field }) => field as 'name'),
    existing,
    rows: file.rows.length,
    ...(consents || fields.includes('consent') ? { consent: { topic: 'marketing', wording, source } } : {}),
  });
  let sent = 0;
  for (const chunk of chunkRows(file.rows.map(pick))) {
    if (isCancelled()) {
      await server.leadImports.cancel.mutate(made);
      return undefined;
    }
    await server.leadImports.addRows.mutate({
      ...made,
      rows: chunk.map(({ number, cells }) => ({ number, cells: [...cells] })),
    });
    sent += chunk.length;
    onProgress(sent);
  }
  return made.import;
}
