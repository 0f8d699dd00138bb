import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { UnsavedGuard } from '../parts/unsaved-guard.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import {
  addRule,
  categoriesOf,
  type RulesDraft,
  readDraft,
  removeRule,
  replaceRule,
  unfinishedRules,
} from './rule-draft.ts';
import { RuleLine } from './rule-line.tsx';
import { RulesPreview } from './rules-preview.tsx';
import classes from './scores.module.css';
import type { texts } from './texts.ja.ts';
import { useRulesPreview } from './use-rules-preview.ts';

const rulesQuery = trpc.scores.rules.queryOptions(undefined, { refetchOnWindowFocus: false });

/** The rules by which leads get points, with who would be hot by them before they are saved. */
export function Scores() {
  const { data: rules } = useSuspenseQuery(rulesQuery);
  // A new revision starts the form anew: somebody saved.
  return <RulesForm key={rules.revision} basedOn={rules.revision} start={readDraft(rules)} />;
}

function RulesForm({ basedOn, start }: { basedOn: number; start: RulesDraft }) {
  const t = useTexts<typeof texts>('scores');
  const queries = useQueryClient();
  const { role } = useSession().person;
  const may = role === 'admin' || role === 'marketer';
  const sees = role !== 'viewer' && role !== 'sales-rep';
  const [draft, setDraft] = useState(start);
  const unfinished = unfinishedRules(draft);
  const categories = categoriesOf(start);
  const ready = unfinished.length === 0;
  const preview = useRulesPreview({ draft, basedOn, asked: sees && ready });
  const changed = JSON.stringify(draft) !== JSON.stringify(start);
  const save = useMutation(
    trpc.scores.save.mutationOptions({
      onSuccess: async (saved) => {
        queries.setQueryData(rulesQuery.queryKey, saved);
        showSaved(t('saved'));
        await Promise.all(
          [trpc.leads, trpc.scores.behind].map((stale) => queries.invalidateQueries(stale.pathFilter())),
        );
      },
    }),
  );
  return (
    <Page>
      <UnsavedGuard unsaved={may && changed} saving={save.isPending} />
      <div className={classes.sheet}>
        <PageHeader title={t('title')} help={t('help')} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <Measures draft={draft} onDraft={setDraft} locked={!may} />
            <Panel title={t('rules')} count={draft.rules.length}>
              {draft.rules.length === 0 && <EmptyState icon="gauge" title={t('noRules')} help={t('noRulesHelp')} />}
              {draft.rules.length > 0 && <p className="muted">{t('categoryHelp')}</p>}
              <ul className={classes.rules}>
                {draft.rules.map((rule) => (
                  <RuleLine
                    key={rule.id}
                    rule={rule}
                    locked={!may}
                    unfinished={unfinished.includes(rule.id)}
                    categories={categories}
                    onChange={(next) => setDraft(replaceRule({ draft, rule: next }))}
                    onRemove={() => setDraft(removeRule({ draft, id: rule.id }))}
                  />
                ))}
              </ul>
              {may && (
                <Button
                  variant="default"
                  leftSection={<Icon name="plus" />}
                  onClick={() => setDraft(addRule({ draft, title: t('newRule') }))}
                >
                  {t('addRule')}
                </Button>
              )}
            </Panel>
          </div>
          {sees && (
            <div className={classes.beside}>
              <RulesPreview preview={preview} changed={changed} ready={ready} />
            </div>
          )}
        </div>
        {may && (
          <div className={classes.save} data-unsaved={changed || undefined}>
            <p role="status">
              {t(changed ? 'previewAside' : 'asSaved')}
              {changed && preview.data !== undefined && <b>{t('hotByDraft', { count: preview.data.hot })}</b>}
            </p>
            {changed && (
              <Button variant="default" onClick={() => setDraft(start)}>
                {t('undo')}
              </Button>
            )}
            <Button
              disabled={!changed || !ready}
              loading={save.isPending}
              onClick={() => save.mutate({ ...draft, rules: [...draft.rules], basedOn })}
            >
              {t('save')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function Measures({
  draft,
  onDraft,
  locked,
}: {
  draft: RulesDraft;
  onDraft: (draft: RulesDraft) => void;
  locked: boolean;
}) {
  const t = useTexts<typeof texts>('scores');
  return (
    <Panel title={t('measures')}>
      <div className={classes.measures}>
        <NumberInput
          label={t('window')}
          description={t('windowHelp')}
          suffix={t('daysUnit', { count: draft.windowDays })}
          min={1}
          max={365}
          clampBehavior="strict"
          allowDecimal={false}
          readOnly={locked}
          value={draft.windowDays}
          onChange={(value) => Number(value) >= 1 && onDraft({ ...draft, windowDays: Number(value) })}
        />
        <NumberInput
          label={t('hotAt')}
          description={t('hotAtHelp')}
          suffix={t('pointsUnit', { count: draft.hotAt })}
          min={1}
          max={10_000}
          clampBehavior="strict"
          allowDecimal={false}
          readOnly={locked}
          value={draft.hotAt}
          onChange={(value) => Number(value) >= 1 && onDraft({ ...draft, hotAt: Number(value) })}
        />
      </div>
    </Panel>
  );
}
