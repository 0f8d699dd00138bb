import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { ImportProblems } from './import-problems.tsx';
import classes from './lead-import.module.css';
import { SendProgress } from './send-progress.tsx';
import type { texts } from './texts.ja.ts';

type Progress = inferOutput<typeof trpc.leadImports.get>;

const everyMs = 1_000;

/** What the check of a file has found, how far it has been taken in, and what came of it. */
export function ImportProgress({ id, onAnother }: { id: string; onAnother: () => void }) {
  const t = useTexts<typeof texts>('lead-import');
  const queries = useQueryClient();
  const { data } = useQuery({
    ...trpc.leadImports.get.queryOptions({ import: id }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? everyMs : false),
  });
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries(trpc.leadImports.pathFilter()),
      queries.invalidateQueries(trpc.leads.pathFilter()),
    ]);
  const start = useMutation(trpc.leadImports.start.mutationOptions({ onSuccess: refresh }));
  const cancel = useMutation(trpc.leadImports.cancel.mutationOptions({ onSuccess: refresh }));
  if (data === undefined) return null;
  const { verdicts, rows } = data;
  const waiting = (verdicts.create ?? 0) + (verdicts.update ?? 0) + (verdicts.skip ?? 0);
  const problems = (verdicts.error ?? 0) + (verdicts.failed ?? 0);
  const received = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  return (
    <Stack gap="md">
      {data.state === 'running' && (
        <SendProgress
          title="running"
          done={received - waiting}
          rows={rows}
          onCancel={() => cancel.mutate({ import: id })}
        />
      )}
      {data.state !== 'running' && <Found data={data} received={received} />}
      {problems > 0 && <ImportProblems progress={data} count={problems} />}
      <Group justify="flex-end" gap="xs">
        {data.state !== 'running' && (
          <Button variant="subtle" color="idle" onClick={onAnother}>
            {problems > 0 ? t('mended') : t('another')}
          </Button>
        )}
        {data.state === 'checked' && (
          <Button
            disabled={(verdicts.create ?? 0) + (verdicts.update ?? 0) === 0}
            loading={start.isPending}
            onClick={() => start.mutate({ import: id })}
          >
            {t('start', { count: (verdicts.create ?? 0) + (verdicts.update ?? 0) })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

const counted = ['create', 'created', 'update', 'updated', 'skip', 'skipped', 'error', 'failed'] as const;

const consentWords = ['yes', 'no', 'empty'] as const;

function Found({ data, received }: { data: Progress; received: number }) {
  const t = useTexts<typeof texts>('lead-import');
  return (
    <Panel title={t(`state.${data.state}`)} aside={data.name}>
      {data.state === 'sending' && <p>{t('incomplete', { done: received, count: data.rows })}</p>}
      <dl className={classes.verdicts}>
        {counted.map((verdict) => {
          const count = data.verdicts[verdict] ?? 0;
          return count === 0 ? null : (
            <div key={verdict}>
              <dt>{t(`verdict.${verdict}`)}</dt>
              <dd>{t('rows', { count })}</dd>
            </div>
          );
        })}
      </dl>
      {data.consents !== null && (
        <section aria-label={t('field.consent')}>
          <h3 className={classes.consents}>{t('field.consent')}</h3>
          <dl className={classes.verdicts}>
            {consentWords.map((word) => (
              <div key={word}>
                <dt>{t(`consent.${word}`)}</dt>
                <dd>{t('rows', { count: data.consents?.[word] ?? 0 })}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {data.state === 'done' && (
        <Link className="link" to="/leads" search={{ sort: 'created' }}>
          {t('seeLeads')}
        </Link>
      )}
    </Panel>
  );
}
