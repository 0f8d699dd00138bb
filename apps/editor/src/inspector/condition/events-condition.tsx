import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { JsonObject } from '@sodate/journey/json';
import { use } from 'react';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useTexts } from '../../language/use-texts.ts';
import { asObject, asText } from '../fields/field-props.ts';
import { FormInput } from '../fields/form-input.tsx';
import { UrlPatternInput } from '../fields/url-pattern-field.tsx';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import own from './condition.module.css';
import type { LineProps } from './condition-line.tsx';
import { MailBefore } from './mail-before.ts';
import { WithinInput } from './within-input.tsx';

/** Did, so many times; or did not. */
export function EventsCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  const pattern = asObject(condition.pattern);
  const didNot = condition.atMost === 0;
  const { atLeast, atMost: _most, ...rest } = condition;
  return (
    <>
      <PatternInput pattern={pattern} set={(next) => set({ ...condition, pattern: next })} disabled={disabled} />
      <div className={classes.row}>
        <SegmentedControl
          className={classes.grow ?? ''}
          size="xs"
          disabled={disabled}
          aria-label={t('didOrNot')}
          value={didNot ? 'not' : 'did'}
          data={[
            { value: 'did', label: t('did') },
            { value: 'not', label: t('didNot') },
          ]}
          onChange={(next) => set(next === 'not' ? { ...rest, atMost: 0 } : { ...rest, atLeast: 1 })}
        />
        {!didNot && (
          <NumberInput
            className={own.times ?? ''}
            aria-label={t('timesAtLeast')}
            suffix={t('times', { count: typeof atLeast === 'number' ? atLeast : 1 })}
            disabled={disabled}
            min={1}
            allowDecimal={false}
            value={typeof atLeast === 'number' ? atLeast : 1}
            onChange={(typed) => typeof typed === 'number' && set({ ...rest, atLeast: typed })}
          />
        )}
      </div>
      <WithinInput condition={condition} set={set} disabled={disabled} sinceEntered />
    </>
  );
}

interface PatternProps {
  readonly pattern: JsonObject;
  readonly set: (pattern: JsonObject) => void;
  readonly disabled: boolean;
}

function PatternInput(props: PatternProps) {
  const { pattern, set, disabled } = props;
  const t = useTexts<typeof texts>('inspector');
  switch (pattern.kind) {
    case 'page':
      return (
        <UrlPatternInput
          label={t('condition-page')}
          disabled={disabled}
          countsPages
          value={pattern.url}
          set={(url) => set(url === undefined ? { kind: 'page' } : { ...pattern, url })}
        />
      );
    case 'form':
      return <FormPattern {...props} />;
    case 'mail':
      return <MailPattern {...props} />;
    case 'custom':
      return (
        <TextInput
          aria-label={t('eventName')}
          placeholder={t('eventName')}
          disabled={disabled}
          maxLength={100}
          value={asText(pattern.name)}
          onChange={(event) => set({ ...pattern, name: event.currentTarget.value })}
        />
      );
    default:
      return null;
  }
}

function FormPattern({ set, pattern, disabled }: PatternProps) {
  const t = useTexts<typeof texts>('inspector');
  return (
    <FormInput
      aria-label={t('condition-form')}
      placeholder={t('anyForm')}
      disabled={disabled}
      form={asText(pattern.form)}
      setForm={(form) => set(form === '' ? { kind: 'form' } : { kind: 'form', form })}
    />
  );
}

const reactions = ['sent', 'opened', 'clicked', 'bounced'] as const;

/** Mail programs load pictures by themselves, or never: that a mail was opened is told by them alone. */
function MailPattern({ pattern, set, disabled }: PatternProps) {
  const t = useTexts<typeof texts>('inspector');
  const { mails } = useSurroundings();
  const mailBefore = use(MailBefore);
  const mail = asText(pattern.mail);
  const isBefore = mail !== '' && mail === mailBefore;
  return (
    <>
      <Select
        aria-label={t('whichMail')}
        placeholder={t('anyMail')}
        {...(isBefore ? { description: t('mailBefore'), inputWrapperOrder: ['input', 'description'] } : {})}
        disabled={disabled}
        clearable
        searchable={mails.length > 8}
        data={mails.map(({ id, name }) => ({ value: id, label: name }))}
        value={mail || null}
        onChange={(chosen) => {
          const { mail: _old, ...rest } = pattern;
          set(chosen === null ? rest : { ...rest, mail: chosen });
        }}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('reaction')}
        disabled={disabled}
        data={reactions.map((reaction) => ({ value: reaction, label: t(`reaction-${reaction}`) }))}
        value={asText(pattern.reaction)}
        onChange={(reaction) => set({ ...pattern, reaction })}
      />
      {pattern.reaction === 'opened' && <small>{t('openedHelp')}</small>}
    </>
  );
}
