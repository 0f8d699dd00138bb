import { UnstyledButton } from '@mantine/core';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './facts.module.css';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

const order = ['bantBudget', 'bantAuthority', 'bantNeed', 'bantTimeFrame'];

/** Whether an own field is one of budget, authority, need, time frame. */
export function isBant(name: string): boolean {
  return order.includes(name);
}

/** What sales has learned of budget, authority, need and time frame. */
export function BantPanel({ detail, onEdit }: { detail: LeadDetail; onEdit: (() => void) | undefined }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const fields = order.flatMap((name) => detail.own.find((field) => field.name === name) ?? []);
  if (fields.length === 0) return null;
  const edit = onEdit && (
    <UnstyledButton className="link" fz={12} onClick={onEdit}>
      {t('write')}
    </UnstyledButton>
  );
  return (
    <Panel title="BANT" {...(edit === undefined ? {} : { actions: edit })}>
      <dl className={classes.pairs}>
        {fields.map(({ name, title, value }) => (
          <div key={name}>
            <dt>{text(title)}</dt>
            <dd className={value === null ? classes.open : ''}>{value === null ? t('notAsked') : String(value)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
