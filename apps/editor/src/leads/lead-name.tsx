import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import classes from './lead-name.module.css';
import type { texts } from './texts.ja.ts';

/** A lead's name as a link; those who see no personal data get the end of its id instead. */
export function LeadName({
  lead,
}: {
  lead: { readonly id: string; readonly name: string; readonly email?: string | null };
}) {
  const name = useLeadName();
  return (
    <Link to="/leads/$lead" params={{ lead: lead.id }} className={classes.name ?? ''}>
      {name(lead)}
    </Link>
  );
}

/** The words that stand for a lead: its name, else its address, else the end of its id. One way everywhere. */
export function useLeadName(): (lead: { id: string; name: string; email?: string | null | undefined }) => string {
  const t = useTexts<typeof texts>('leads');
  return ({ id, name, email }) => {
    if (name !== '') return name;
    return email ?? t('unnamed', { id: id.slice(-6) });
  };
}
