import { Button } from '@mantine/core';
import { parseInstant } from '@sodate/journey/time/instant';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { server, trpc } from '../server/trpc.ts';
import { NewVersion } from './new-version.tsx';
import { orderSteps } from './order-steps.ts';
import classes from './passage.module.css';
import type { PassageStep } from './passage-types.ts';
import { StepSend } from './step-send.tsx';
import type { texts } from './texts.ja.ts';
import { useFactTitles } from './use-fact-titles.ts';
import { useFactValues } from './use-fact-values.ts';
import { useSummariesThen } from './use-summaries-then.ts';
import { useVersionChanges } from './use-version-changes.ts';
import { wordsOfStep } from './words-of-step.ts';

const firstPage: string | undefined = undefined;
const lateFromMs = 60_000;

/** The steps of a passage, oldest first, with what was seen at each. */
export function StepsPanel({ enrollment, isTypeMissing }: { enrollment: string; isTypeMissing: boolean }) {
  const t = useTexts<typeof texts>('enrollments');
  const asked = { enrollment, limit: 100 };
  const steps = useInfiniteQuery({
    queryKey: [...trpc.enrollments.steps.queryKey(asked), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      server.enrollments.steps.query(
        { ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: 5_000,
  });
  const changes = useVersionChanges({ enrollment });
  const { summaryAt, changeOf } = useSummariesThen({ enrollment, changes });
  const rows = steps.data?.pages.flatMap((page) => page.rows) ?? [];
  const lines = orderSteps({
    steps: rows.filter(isTelling),
    changes,
    complete: steps.isSuccess && !steps.hasNextPage,
  });
  return (
    <Panel title={t('steps')}>
      <ol className={classes.steps}>
        {lines.map((line) =>
          line.kind === 'step' ? (
            <Step
              key={line.step.hop}
              step={line.step}
              isTypeMissing={isTypeMissing}
              summary={summaryAt({ node: line.step.to, at: parseInstant(line.step.at) })}
            />
          ) : (
            <NewVersion
              key={`v${line.change.version}`}
              change={line.change}
              made={changeOf({ node: line.stood, change: line.change })}
            />
          ),
        )}
      </ol>
      {steps.hasNextPage && (
        <Button
          variant="default"
          fullWidth
          loading={steps.isFetchingNextPage}
          onClick={() => void steps.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Panel>
  );
}

/** A move inside one node tells a person nothing, unless a value was seen or something was sent. */
function isTelling({ from, to, seen, send }: PassageStep): boolean {
  return from === null || from.id !== to?.id || seen.length > 0 || send !== null;
}

function Step({ step, summary, isTypeMissing }: { step: PassageStep; summary: string; isTypeMissing: boolean }) {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const formats = useFormats();
  const factTitle = useFactTitles();
  const wordValue = useFactValues();
  const at = parseInstant(step.at);
  const due = parseInstant(step.dueAt);
  const title = step.to === null ? t('end') : text(step.to.title);
  const label = step.outcomeLabel === null ? '' : text(step.outcomeLabel);
  return (
    <li>
      <time dateTime={step.at}>
        {formats.dateTime(at)}
        {at - due > lateFromMs && <small>{t('late', { at: formats.dateTime(due) })}</small>}
      </time>
      <div>
        {step.from === null ? t('entered') : text(step.from.title)}
        {label !== '' && <span className="muted"> {label}</span>} {t('arrow')} <b>{title}</b>
        {wordsOfStep({ title, summary, mail: step.send?.mail ?? null }).map((line) => (
          <small key={line}>{line}</small>
        ))}
        {step.send !== null && <StepSend send={step.send} isTypeMissing={isTypeMissing} />}
        {step.seen.length > 0 && (
          <dl className={classes.seen} aria-label={t('seen')}>
            {step.seen.map(({ fact, value }) => (
              <div key={fact}>
                <dt>{factTitle(fact)}</dt>
                <dd>{wordValue({ fact, value })}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
