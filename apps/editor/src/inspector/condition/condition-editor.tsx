import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import type { Json, JsonObject } from '@sodate/journey/json';
import { use } from 'react';
import { useTexts } from '../../language/use-texts.ts';
import { Icon } from '../../parts/icon.tsx';
import { asList, asObject } from '../fields/field-props.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { type ConditionKind, conditionKinds, groupKinds, isGroup, newCondition } from './condition-kinds.ts';
import { ConditionLine } from './condition-line.tsx';
import { MailBefore } from './mail-before.ts';

const deepest = 3;

/** A condition as a tree: groups (all, any, none) of lines. A single line is shown as a group of one. */
export function ConditionEditor({
  value,
  set,
  disabled,
  depth = 1,
}: {
  value: Json | undefined;
  set: (value: Json | undefined) => void;
  disabled: boolean;
  depth?: number;
}) {
  const t = useTexts<typeof texts>('inspector');
  const mailBefore = use(MailBefore);
  const group = asGroup(value);
  const lines = asList(group.of).map(asObject);
  const change = (next: readonly Json[]) => set({ ...group, of: next });
  const replace = (index: number, line: Json) => change(lines.map((old, at) => (at === index ? line : old)));
  return (
    <div className={classes.condition}>
      {(lines.length > 1 || group.kind === 'none' || depth > 1) && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('groupBy')}
          disabled={disabled}
          value={String(group.kind)}
          data={groupKinds.map((kind) => ({ value: kind, label: t(`group-${kind}`) }))}
          onChange={(kind) => set({ ...group, kind })}
        />
      )}
      {lines.map((line, index) => (
        // Lines have no ids of their own: their place is what they are.
        <div key={index} className={classes.conditionLine} data-field={`of/${index}`}>
          {isGroup(line) ? (
            <ConditionEditor
              value={line}
              set={(next) => replace(index, next ?? newCondition('group'))}
              disabled={disabled}
              depth={depth + 1}
            />
          ) : (
            <ConditionLine condition={line} set={(next) => replace(index, next)} disabled={disabled} />
          )}
          <ActionIcon
            className={classes.removeLine ?? ''}
            variant="subtle"
            color="idle"
            size="sm"
            disabled={disabled}
            aria-label={t('removeCondition', { number: index + 1 })}
            onClick={() => change(lines.filter((_, at) => at !== index))}
          >
            <Icon name="close" size={14} />
          </ActionIcon>
        </div>
      ))}
      <AddCondition
        disabled={disabled}
        kinds={depth < deepest ? conditionKinds : conditionKinds.filter((kind) => kind !== 'group')}
        add={(kind) => change([...lines, newCondition(kind, { mailBefore })])}
      />
    </div>
  );
}

function AddCondition({
  kinds,
  add,
  disabled,
}: {
  kinds: readonly ConditionKind[];
  add: (kind: ConditionKind) => void;
  disabled: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  return (
    <Menu position="bottom-start" shadow="md" disabled={disabled}>
      <Menu.Target>
        <Button variant="default" size="xs" disabled={disabled} leftSection={<Icon name="plus" size={14} />}>
          {t('addCondition')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => add(kind)}>
            {t(`condition-${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function asGroup(value: Json | undefined): JsonObject {
  if (isGroup(value)) return asObject(value);
  const line = asObject(value);
  return { kind: 'all', of: Object.keys(line).length === 0 ? [] : [line] };
}
