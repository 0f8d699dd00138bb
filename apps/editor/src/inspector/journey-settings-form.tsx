import { ActionIcon, Button, Input, NumberInput, Select, TextInput } from '@mantine/core';
import type { Exit, Reentry } from '@sodate/journey/graph/graph';
import { asJson, type Json } from '@sodate/journey/json';
import { freshId } from '../canvas/fresh-id.ts';
import { useDraft, useGraph, useJourney } from '../journeys/journey-context.ts';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { wordZone } from '../language/word-zone.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import { ConditionEditor } from './condition/condition-editor.tsx';
import classes from './inspector.module.css';
import { ProblemNote } from './problem-note.tsx';
import type { texts } from './texts.ja.ts';

/** What holds for the whole journey: its zone, entering again, who may enter, what makes a lead leave, limits. */
export function JourneySettingsForm() {
  const t = useTexts<typeof texts>('inspector');
  const { draft, right } = useJourney();
  const { settings } = useGraph();
  const problems = useDraft((state) => state.problems).filter(({ node }) => node === undefined);
  const disabled = right !== 'all';
  const set = (path: readonly (string | number)[], value: Json | undefined) =>
    draft.dispatch({ kind: 'set-setting', path, ...(value === undefined ? {} : { value }) });
  return (
    <>
      {problems.map((problem) => (
        <ProblemNote key={problem.rule} problem={problem} />
      ))}
      <ReentryFields reentry={settings.reentry} set={(next) => set(['reentry'], next)} disabled={disabled} />
      <ZoneSelect zone={settings.zone} set={(zone) => set(['zone'], zone)} disabled={disabled} />
      <Input.Wrapper data-field="audience" label={t('audience')} description={t('audienceHelp')}>
        <ConditionEditor
          value={settings.audience && asJson(settings.audience)}
          set={(condition) => set(['audience'], isEmptyGroup(condition) ? undefined : condition)}
          disabled={disabled}
        />
      </Input.Wrapper>
      <ExitList
        exits={settings.exits}
        set={(exits) =>
          set(
            ['exits'],
            exits.map((exit) => asJson(exit)),
          )
        }
        disabled={disabled}
      />
      <NumberInput
        label={t('visitLimit')}
        description={t('visitLimitHelp')}
        min={1}
        max={1_000}
        allowDecimal={false}
        disabled={disabled}
        value={settings.visitLimit}
        onChange={(typed) => typeof typed === 'number' && typed >= 1 && set(['visitLimit'], typed)}
      />
    </>
  );
}

function isEmptyGroup(condition: Json | undefined): boolean {
  if (typeof condition !== 'object' || condition === null || !('of' in condition)) return condition === undefined;
  return Array.isArray(condition.of) && condition.of.length === 0;
}

function ReentryFields({
  reentry,
  set,
  disabled,
}: {
  reentry: Reentry;
  set: (reentry: { kind: 'never' } | { kind: 'always' } | { kind: 'after-days'; days: number }) => void;
  disabled: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  const kinds = ['never', 'always', 'after-days'] as const;
  return (
    <Input.Wrapper label={t('reentry')} description={t('reentryHelp')}>
      <div className={classes.row}>
        <Select
          className={classes.grow ?? ''}
          aria-label={t('reentry')}
          disabled={disabled}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`reentry-${kind}`) }))}
          value={reentry.kind}
          onChange={(kind) => {
            if (kind === 'after-days') set({ kind, days: 90 });
            else if (kind === 'never' || kind === 'always') set({ kind });
          }}
        />
        {reentry.kind === 'after-days' && (
          <NumberInput
            className={classes.amount ?? ''}
            aria-label={t('reentryDays')}
            suffix={t('days', { count: reentry.days })}
            min={1}
            max={3_650}
            allowDecimal={false}
            disabled={disabled}
            value={reentry.days}
            onChange={(days) => typeof days === 'number' && days >= 1 && set({ kind: 'after-days', days })}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}

function ZoneSelect({
  zone,
  set,
  disabled,
}: {
  zone: string | undefined;
  set: (zone: string | undefined) => void;
  disabled: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  const language = useLanguage();
  const own = useSession().organisation.zone;
  return (
    <Select
      wrapperProps={{ 'data-field': 'zone' }}
      label={t('zone')}
      description={t('zoneHelp')}
      disabled={disabled}
      searchable
      clearable
      placeholder={t('zoneOwn', { zone: wordZone({ zone: own, language }) })}
      data={Intl.supportedValuesOf('timeZone')}
      limit={50}
      value={zone ?? null}
      onChange={(next) => set(next ?? undefined)}
    />
  );
}

interface ExitAsJson extends Omit<Exit, 'condition'> {
  readonly condition: Json;
}

function ExitList({
  exits,
  set,
  disabled,
}: {
  exits: readonly Exit[];
  set: (exits: readonly ExitAsJson[]) => void;
  disabled: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  const items = exits.map((exit): ExitAsJson => ({ ...exit, condition: asJson(exit.condition) }));
  const replace = (index: number, change: Partial<ExitAsJson>) =>
    set(items.map((old, at) => (at === index ? { ...old, ...change } : old)));
  return (
    <Input.Wrapper label={t('exits')} description={t('exitsHelp')}>
      <ol className={classes.items}>
        {items.map((exit, index) => (
          <li key={exit.id} className={classes.item}>
            <div className={classes.row}>
              <TextInput
                className={classes.grow ?? ''}
                aria-label={t('exitTitle')}
                placeholder={t('exitTitle')}
                maxLength={60}
                disabled={disabled}
                value={exit.title}
                onChange={(event) => replace(index, { title: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="idle"
                disabled={disabled}
                aria-label={t('removeItem', { number: index + 1 })}
                onClick={() => set(items.filter((_, at) => at !== index))}
              >
                <Icon name="trash" size={14} />
              </ActionIcon>
            </div>
            <div data-field={`exits/${index}/condition`}>
              <ConditionEditor
                value={exit.condition}
                set={(condition) => replace(index, { condition: condition ?? { kind: 'all', of: [] } })}
                disabled={disabled}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        size="xs"
        disabled={disabled}
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => set([...items, { id: freshId(''), title: '', condition: { kind: 'all', of: [] } }])}
      >
        {t('addExit')}
      </Button>
    </Input.Wrapper>
  );
}
