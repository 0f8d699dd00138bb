import { ActionIcon, Button, Input } from '@mantine/core';
import { matchesConfig } from '@sodate/journey/graph/resolve-outcomes';
import type { Json } from '@sodate/journey/json';
import type { ReactNode } from 'react';
import { freshId } from '../../canvas/fresh-id.ts';
import { useText } from '../../language/use-text.ts';
import { useTexts } from '../../language/use-texts.ts';
import { Icon } from '../../parts/icon.tsx';
import classes from '../inspector.module.css';
import form from '../node-form.module.css';
import type { texts } from '../texts.ja.ts';
import { asList, asObject, asText, type FieldPart, type FieldProps } from './field-props.ts';

/** A list of things with fields of their own: exits of a branch, arms of a split, events waited for. */
export function ListField({
  renderField,
  ...props
}: FieldProps<'list'> & { renderField: (part: FieldPart) => ReactNode }) {
  const { field, hint, value, set, label, help, error, disabled } = props;
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const items = asList(value).map(asObject);
  const add = () => {
    const id = hint.idField === undefined ? {} : { [hint.idField]: freshId('') };
    set([...items, { ...hint.newItem, ...id }]);
  };
  return (
    <Input.Wrapper withAsterisk={field.required} label={label} description={help} error={error}>
      <ol className={classes.items}>
        {items.map((item, index) => (
          <li key={itemKey({ item, idField: hint.idField, index })} className={classes.item}>
            <ItemTools
              index={index}
              count={items.length}
              disabled={disabled}
              mayRemove={items.length > hint.min}
              move={(to) => set(moved({ items, from: index, to }))}
              remove={() => set(items.filter((_, at) => at !== index))}
            />
            {hint.fields
              .filter(({ when }) => when === undefined || when.some((match) => matchesConfig({ match, config: item })))
              .map((part) => (
                <div key={part.key} className={form.place} data-field={`${index}/${part.key}`}>
                  {renderField({
                    field: part,
                    value: item[part.key],
                    set: (next) => props.setBelow([index, part.key], next),
                    setBelow: (path, next) => props.setBelow([index, part.key, ...path], next),
                    config: props.config,
                    disabled,
                    error: props.errorBelow([index, part.key]),
                    errorBelow: (path) => props.errorBelow([index, part.key, ...path]),
                  })}
                </div>
              ))}
          </li>
        ))}
      </ol>
      {items.length < hint.max && (
        <Button
          variant="default"
          size="xs"
          disabled={disabled}
          leftSection={<Icon name="plus" size={14} />}
          onClick={add}
        >
          {text(hint.addLabel)}
        </Button>
      )}
      {items.length >= hint.max && <p className="muted">{t('listFull', { count: hint.max })}</p>}
    </Input.Wrapper>
  );
}

function ItemTools({
  index,
  count,
  disabled,
  mayRemove,
  move,
  remove,
}: {
  index: number;
  count: number;
  disabled: boolean;
  mayRemove: boolean;
  move: (to: number) => void;
  remove: () => void;
}) {
  const t = useTexts<typeof texts>('inspector');
  const number = index + 1;
  return (
    <div className={classes.itemTools} data-arranges>
      <b>{number}</b>
      <ActionIcon
        variant="subtle"
        color="idle"
        size="sm"
        disabled={disabled || index === 0}
        aria-label={t('moveUp', { number })}
        onClick={() => move(index - 1)}
      >
        <Icon name="up" size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="idle"
        size="sm"
        disabled={disabled || index === count - 1}
        aria-label={t('moveDown', { number })}
        onClick={() => move(index + 1)}
      >
        <Icon name="down" size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="idle"
        size="sm"
        disabled={disabled || !mayRemove}
        aria-label={t('removeItem', { number })}
        onClick={remove}
      >
        <Icon name="trash" size={14} />
      </ActionIcon>
    </div>
  );
}

function moved({ items, from, to }: { items: readonly Json[]; from: number; to: number }): readonly Json[] {
  const rest = items.filter((_, at) => at !== from);
  const item = items[from];
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)];
}

function itemKey({
  item,
  idField,
  index,
}: {
  item: Readonly<Record<string, Json>>;
  idField: string | undefined;
  index: number;
}): string {
  const own = idField === undefined ? '' : asText(item[idField]);
  return own === '' ? String(index) : own;
}
