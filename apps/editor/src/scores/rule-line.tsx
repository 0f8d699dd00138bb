import { ActionIcon, Autocomplete, NumberInput, Select, TextInput } from '@mantine/core';
import { readCategory, wordCategory } from '@sodate/journey/score/category-titles';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import {
  type DraftRule,
  mostOfCategory,
  type Subject,
  startOf,
  subjectOf,
  subjects,
  withCategory,
} from './rule-draft.ts';
import classes from './rule-line.module.css';
import { SubjectFields } from './subject-fields.tsx';
import type { texts } from './texts.ja.ts';

/** One rule: its name, what it is about, how many points, how often at most. */
export function RuleLine({
  rule,
  locked,
  unfinished,
  categories,
  onChange,
  onRemove,
}: {
  rule: DraftRule;
  locked: boolean;
  unfinished: boolean;
  /** Of all rules, to choose from. */
  categories: readonly string[];
  onChange: (rule: DraftRule) => void;
  onRemove: () => void;
}) {
  const t = useTexts<typeof texts>('scores');
  const language = useLanguage();
  const titleOf = (category: string) => wordCategory(category)[language];
  const other = language === 'ja' ? 'en' : 'ja';
  const name = rule.title[language];
  const setTitle = (title: string) => {
    // A name that was never translated follows the one being typed.
    const both = rule.title[other] === name || rule.title[other].trim() === '';
    onChange({ ...rule, title: { ...rule.title, [language]: title, ...(both ? { [other]: title } : {}) } });
  };
  return (
    <li className={classes.rule}>
      <fieldset disabled={locked} className={classes.fields}>
        <legend className="unseen">{name}</legend>
        <TextInput
          aria-label={t('ruleName')}
          className={classes.name ?? ''}
          value={name}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <NumberInput
          aria-label={t('points')}
          suffix={t('pointsUnit', { count: rule.points })}
          min={-1_000}
          max={1_000}
          allowDecimal={false}
          disabled={locked}
          value={rule.points}
          onChange={(points) => onChange({ ...rule, points: Number(points) || 0 })}
        />
        {rule.when.kind === 'event' ? (
          <LimitInput rule={rule} when={rule.when} locked={locked} onChange={onChange} />
        ) : (
          <span className="muted">{t('once')}</span>
        )}
        {locked ? (
          <span />
        ) : (
          <ActionIcon
            variant="subtle"
            color="idle"
            className={classes.remove ?? ''}
            aria-label={t('removeRule', { name })}
            onClick={onRemove}
          >
            <Icon name="trash" />
          </ActionIcon>
        )}
        <div className={classes.subject}>
          <Select
            aria-label={t('subject')}
            allowDeselect={false}
            disabled={locked}
            data={subjects.map((subject) => ({ value: subject, label: t(`subject.${subject}`) }))}
            value={subjectOf(rule)}
            onChange={(subject) => subject !== null && onChange({ ...rule, when: startOf(subject as Subject) })}
          />
          <SubjectFields rule={rule} onChange={onChange} locked={locked} />
        </div>
        <Autocomplete
          className={classes.category ?? ''}
          label={t('category')}
          placeholder={t('noCategory')}
          maxLength={mostOfCategory}
          disabled={locked}
          data={[...new Set(categories.map(titleOf))]}
          value={titleOf(rule.category ?? '')}
          onChange={(typed) => onChange(withCategory({ rule, category: readCategory({ typed, among: categories }) }))}
        />
      </fieldset>
      {unfinished && <p className={classes.open}>{t('unfinished')}</p>}
    </li>
  );
}

function LimitInput({
  rule,
  when,
  locked,
  onChange,
}: {
  rule: DraftRule;
  locked: boolean;
  when: Extract<DraftRule['when'], { kind: 'event' }>;
  onChange: (rule: DraftRule) => void;
}) {
  const t = useTexts<typeof texts>('scores');
  const set = (limit: number) => {
    const { limit: _, ...rest } = when;
    onChange({ ...rule, when: limit >= 1 ? { ...rest, limit } : rest });
  };
  return (
    <NumberInput
      aria-label={t('limit')}
      placeholder={t('noLimit')}
      disabled={locked}
      suffix={t('limitUnit')}
      min={1}
      max={1_000}
      allowDecimal={false}
      value={when.limit ?? ''}
      onChange={(limit) => set(Number(limit))}
    />
  );
}
