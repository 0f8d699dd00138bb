import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './mail-editor.module.css';
import type { texts } from './texts.ja.ts';

/** What can be said of the reader, offered by its meaning and written as Liquid. */
export function VariableMenu({
  label,
  onInsert,
  compact = false,
}: {
  label: string;
  onInsert: (liquid: string) => void;
  compact?: boolean;
}) {
  const t = useTexts<typeof texts>('mails');
  const asText = useText();
  const { data } = useQuery(trpc.attributes.list.queryOptions());
  const own = data?.filter(({ of, builtIn }) => of === 'lead' && !builtIn) ?? [];
  const offered = [
    [t('variable.name'), `{{ lead.name | default: "${t('fallbackName')}" }}`],
    [t('variable.company'), '{{ lead.company }}'],
    [t('variable.department'), '{{ lead.department }}'],
    [t('variable.title'), '{{ lead.title }}'],
    [t('variable.email'), '{{ lead.email }}'],
    [t('variable.sender'), '{{ sender.name }}'],
    [t('variable.unsubscribe'), '{{ unsubscribe_url }}'],
  ] as const;
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        {compact ? (
          <ActionIcon variant="subtle" color="idle" aria-label={label}>
            <Icon name="plus" />
          </ActionIcon>
        ) : (
          <Button size="xs" variant="default" aria-label={label} leftSection={<Icon name="plus" size={14} />}>
            {t('insert')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown className={classes.variables ?? ''}>
        {offered.map(([title, liquid], index) => (
          <Menu.Item key={liquid} onClick={() => onInsert(liquid)}>
            {title}
            {index === 0 && <small className={classes.variableNote}>{t('variable.nameWhole')}</small>}
          </Menu.Item>
        ))}
        {own.length > 0 && <Menu.Label>{t('variable.own')}</Menu.Label>}
        {own.map(({ name, title }) => (
          <Menu.Item key={name} onClick={() => onInsert(`{{ lead.attributes.${name} }}`)}>
            {asText(title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
