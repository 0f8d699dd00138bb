import { Button } from '@mantine/core';
import type { ListedAttribute } from '@sodate/services/attribute/list-attributes';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { FieldDialog } from './field-dialog.tsx';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

/** Own fields of leads and of companies: what this organisation wants to know beyond the built-in ones. */
export function FieldSettings() {
  const t = useTexts<typeof texts>('settings');
  const { data } = useSuspenseQuery(trpc.attributes.list.queryOptions());
  return (
    <>
      <p className="muted">{t('fields.help')}</p>
      <Fields of="lead" attributes={data} />
      <Fields of="company" attributes={data} />
    </>
  );
}

function Fields({ of, attributes }: { of: ListedAttribute['of']; attributes: readonly ListedAttribute[] }) {
  const t = useTexts<typeof texts>('settings');
  const [open, setOpen] = useState<ListedAttribute | 'new'>();
  const all = attributes.filter((attribute) => attribute.of === of);
  const own = all.filter(({ builtIn }) => !builtIn);
  return (
    <Panel
      title={t(`fields.${of}`)}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          aria-label={`${t('fields.add')}: ${t(`fields.${of}`)}`}
          onClick={() => setOpen('new')}
        >
          {t('fields.add')}
        </Button>
      }
    >
      {own.length === 0 && <EmptyState title={t('fields.empty')} help={t(`fields.${of}Help`)} />}
      <ul>
        {own.map((field) => (
          <Field key={field.name} field={field} onEdit={() => setOpen(field)} />
        ))}
      </ul>
      {open !== undefined && (
        <FieldDialog
          of={of}
          taken={all.map(({ name }) => name)}
          {...(open === 'new' ? {} : { field: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  );
}

function Field({ field, onEdit }: { field: ListedAttribute; onEdit: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const title = useText()(field.title);
  const { name, kind, options } = field;
  return (
    <li className={classes.team}>
      <div className={classes.teamWords}>
        <b>{title}</b> <small className="muted">{options === null ? t(`kind.${kind}`) : t('kind.choice')}</small>
        <p>
          <code>{name}</code>
        </p>
        {options !== null && <p>{options.join(t('fields.or'))}</p>}
      </div>
      <Button size="xs" variant="default" aria-label={`${t('fields.edit')}: ${title}`} onClick={onEdit}>
        {t('fields.edit')}
      </Button>
    </li>
  );
}
