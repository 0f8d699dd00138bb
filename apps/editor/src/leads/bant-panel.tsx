import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './facts.module.css';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

/** Whether an own field is one of budget, authority, need, time frame. */
export function isBant(name: string): boolean {
  return name.startsWith('bant');
}

/** What sales has learned of budget, authority, need and time frame. */
export function BantPanel({ detail, onEdit }: { detail: LeadDetail; onEdit: (() => void) | undefined }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const fields = detail.own.filter(({ name }) => isBant(name));
  if (fields.length === 0) return null;
  const edit = onEdit && (
    <button type="button" className="link" onClick={onEdit}>
      {t('write')}
    </button>
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
