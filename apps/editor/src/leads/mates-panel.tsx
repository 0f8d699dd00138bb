import { useTexts } from '../language/use-texts.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Panel } from '../parts/panel.tsx';
import classes from './facts.module.css';
import { LeadName, useLeadName } from './lead-name.tsx';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

/** Others of the same company, the hottest first. */
export function MatesPanel({ detail }: { detail: LeadDetail }) {
  const t = useTexts<typeof texts>('leads');
  const name = useLeadName();
  if (detail.mates.length === 0) return null;
  return (
    <Panel title={t('mates')}>
      <ul className={classes.lines}>
        {detail.mates.map((mate) => (
          <li key={mate.id} className={classes.middle}>
            <Avatar name={name(mate)} size={24} />
            <div>
              <LeadName lead={mate} />
              <small>{[mate.department, mate.title].filter(Boolean).join(' ')}</small>
            </div>
            <small className={classes.end}>{t('scoreOf', { score: mate.score })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
