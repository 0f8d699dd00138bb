import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import Papa from 'papaparse';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { showError } from '../server/show-error.ts';
import { server, trpc } from '../server/trpc.ts';
import classes from './lead-import.module.css';
import { saveFile } from './save-file.ts';
import type { texts } from './texts.ja.ts';
import { useFieldChoices } from './use-field-choices.ts';

type Progress = inferOutput<typeof trpc.leadImports.get>;
type ProblemRow = inferOutput<typeof trpc.leadImports.problems>['rows'][number];

const firstPage: string | undefined = undefined;
const shownAtOnce = 50;

/** The rows that are left out: which, what is wrong with each, and how to mend it; all of them as a file. */
export function ImportProblems({ progress, count }: { progress: Progress; count: number }) {
  const t = useTexts<typeof texts>('lead-import');
  const text = useText();
  const asked = { import: progress.id, limit: shownAtOnce };
  const problems = useInfiniteQuery({
    queryKey: [...trpc.leadImports.problems.queryKey(asked), 'pages', count],
    queryFn: ({ pageParam }) =>
      server.leadImports.problems.query({ ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  });
  const rows = problems.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel title={t('problems')} count={count} actions={<SaveProblems progress={progress} />}>
      <p className="muted">{t('problemsHelp')}</p>
      <ol className={classes.problems}>
        {rows.map((row) => (
          <li key={row.number}>
            <b>{t('row', { number: row.number })}</b>
            <small className="muted">{row.cells.filter(Boolean).join(' · ').slice(0, 160)}</small>
            {row.problems.map((problem) => (
              <p key={problem.en}>{text(problem)}</p>
            ))}
          </li>
        ))}
      </ol>
      {problems.hasNextPage && (
        <Button
          variant="default"
          fullWidth
          loading={problems.isFetchingNextPage}
          onClick={() => void problems.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Panel>
  );
}

function SaveProblems({ progress }: { progress: Progress }) {
  const t = useTexts<typeof texts>('lead-import');
  const text = useText();
  const choices = useFieldChoices();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const heads = progress.fields.map((field) => choices?.find(({ value }) => value === field)?.label ?? field);
      const lines = (await readAll(progress.id)).map(({ number, cells, problems }) => [
        ...progress.fields.map((_, index) => cells[index] ?? ''),
        number,
        problems.map(text).join(' '),
      ]);
      const csv = Papa.unparse([[...heads, t('rowHead'), t('problemHead')], ...lines], { escapeFormulae: true });
      saveFile({ name: t('problemsFile', { name: progress.name.replace(/\.\w+$/, '') }), text: csv });
    } catch (error) {
      showError(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Button size="xs" variant="default" loading={saving} onClick={() => void save()}>
      {t('saveProblems')}
    </Button>
  );
}

async function readAll(id: string): Promise<readonly ProblemRow[]> {
  const rows: ProblemRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await server.leadImports.problems.query({
      import: id,
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    after = page.next;
  }
}
