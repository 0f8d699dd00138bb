import { MultiSelect, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { HandoffOutcome } from '@sodate/journey/event/event-pattern';
import type { JsonObject } from '@sodate/journey/json';
import { stages, stageTitles } from '@sodate/journey/stage';
import { useJourney } from '../../journeys/journey-context.ts';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useText } from '../../language/use-text.ts';
import { useTexts } from '../../language/use-texts.ts';
import { asList, asText } from '../fields/field-props.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { AttributeCondition } from './attribute-condition.tsx';
import { kindOf } from './condition-kinds.ts';
import { EventsCondition } from './events-condition.tsx';
import { WithinInput } from './within-input.tsx';

export interface LineProps {
  readonly condition: JsonObject;
  readonly set: (condition: JsonObject) => void;
  readonly disabled: boolean;
}

/** One line of a condition, by what it is about. */
export function ConditionLine(props: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  const kind = kindOf(props.condition);
  return (
    <fieldset className={classes.line} aria-label={kind === undefined ? t('unknownCondition') : t(`condition-${kind}`)}>
      <legend>{kind === undefined ? t('unknownCondition') : t(`condition-${kind}`)}</legend>
      <LineBody {...props} />
    </fieldset>
  );
}

function LineBody(props: LineProps) {
  switch (props.condition.kind) {
    case 'score':
      return <ScoreCondition {...props} />;
    case 'events':
      return <EventsCondition {...props} />;
    case 'attribute':
      return <AttributeCondition {...props} />;
    case 'stage':
      return <StageCondition {...props} />;
    case 'consent':
      return <ConsentCondition {...props} />;
    case 'handoff':
      return <HandoffCondition {...props} />;
    case 'journey':
      return <JourneyCondition {...props} />;
    case 'business-time':
      return <BusinessTimeCondition {...props} />;
    default:
      return null;
  }
}

function ScoreCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  const bound = (key: 'atLeast' | 'below') => ({
    value: typeof condition[key] === 'number' ? condition[key] : ('' as const),
    onChange: (typed: string | number) => {
      const { [key]: _old, ...rest } = condition;
      set(typeof typed === 'number' ? { ...rest, [key]: typed } : rest);
    },
  });
  return (
    <div className={classes.row}>
      <NumberInput className={classes.grow ?? ''} label={t('scoreAtLeast')} disabled={disabled} {...bound('atLeast')} />
      <NumberInput className={classes.grow ?? ''} label={t('scoreBelow')} disabled={disabled} {...bound('below')} />
    </div>
  );
}

function StageCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  return (
    <MultiSelect
      aria-label={t('condition-stage')}
      disabled={disabled}
      data={stages.map((stage) => ({ value: stage, label: text(stageTitles[stage]) }))}
      value={asList(condition.oneOf).map(asText)}
      onChange={(oneOf) => set({ ...condition, oneOf })}
    />
  );
}

function ConsentCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  return (
    <>
      <TextInput
        label={t('consentTopic')}
        disabled={disabled}
        value={asText(condition.topic)}
        onChange={(event) => set({ ...condition, topic: event.currentTarget.value })}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        disabled={disabled}
        aria-label={t('condition-consent')}
        value={String(condition.given === true)}
        data={[
          { value: 'true', label: t('consentGiven') },
          { value: 'false', label: t('consentMissing') },
        ]}
        onChange={(given) => set({ ...condition, given: given === 'true' })}
      />
    </>
  );
}

const handoffOutcomes = [
  'accepted',
  'rejected',
  'overdue',
  'met',
  'opportunity',
  'won',
  'lost',
] as const satisfies readonly HandoffOutcome[];

function HandoffCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  return (
    <>
      <Select
        aria-label={t('condition-handoff')}
        disabled={disabled}
        allowDeselect={false}
        data={handoffOutcomes.map((outcome) => ({ value: outcome, label: t(`handoff-${outcome}`) }))}
        value={asText(condition.outcome) || null}
        onChange={(outcome) => outcome !== null && set({ ...condition, outcome })}
      />
      <WithinInput condition={condition} set={set} disabled={disabled} />
    </>
  );
}

function JourneyCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  const { journey } = useJourney();
  const { journeys } = useSurroundings();
  return (
    <>
      <Select
        aria-label={t('condition-journey')}
        disabled={disabled}
        searchable
        placeholder={t('choose')}
        data={journeys.filter(({ id }) => id !== journey).map(({ id, name }) => ({ value: id, label: name }))}
        value={asText(condition.journey) || null}
        onChange={(next) => next !== null && set({ ...condition, journey: next })}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        disabled={disabled}
        aria-label={t('journeyState')}
        value={asText(condition.state)}
        data={(['in', 'ended', 'never'] as const).map((state) => ({ value: state, label: t(`journey-${state}`) }))}
        onChange={(state) => set({ ...condition, state })}
      />
    </>
  );
}

function BusinessTimeCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  const { calendars } = useSurroundings();
  return (
    <>
      <Select
        aria-label={t('calendar')}
        disabled={disabled}
        allowDeselect={false}
        placeholder={t('choose')}
        data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
        value={asText(condition.calendar) || null}
        onChange={(calendar) => calendar !== null && set({ ...condition, calendar })}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        disabled={disabled}
        aria-label={t('condition-business-time')}
        value={String(condition.open === true)}
        data={[
          { value: 'true', label: t('businessOpen') },
          { value: 'false', label: t('businessClosed') },
        ]}
        onChange={(open) => set({ ...condition, open: open === 'true' })}
      />
    </>
  );
}
