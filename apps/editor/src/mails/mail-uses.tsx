import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { StateChip } from '../parts/state-chip.tsx';
import classes from './mail-uses.module.css';
import { ShowMoreUses } from './show-more-uses.tsx';
import type { texts } from './texts.ja.ts';
import { type MailUse, useMailUses } from './use-mail-uses.ts';

/** The journeys that name a mail, each with how it stands there. */
export function MailUses({ mail }: { mail: string }) {
  const t = useTexts<typeof texts>('mails');
  const { uses, more } = useMailUses({ mail });
  if (uses === undefined) return null;
  return (
    <Panel title={t('uses')}>
      <div className={classes.uses}>
        {uses.length === 0 ? <p className="muted">{t('uses.none')}</p> : <UseList uses={uses} />}
        <ShowMoreUses more={more} />
      </div>
    </Panel>
  );
}

/** Journeys as links. */
export function UseList({ uses }: { uses: readonly MailUse[] }) {
  const t = useTexts<typeof texts>('mails');
  return (
    <ul className={classes.list}>
      {uses.map(({ id, name, state, version, inDraft, inLive }) => (
        <li key={id}>
          <Link className="link" to="/journeys/$journey" params={{ journey: id }}>
            {name}
          </Link>
          <StateChip state={state} version={version ?? undefined} />
          {inDraft && !inLive && version !== null && <span className="muted">{t('uses.draftOnly')}</span>}
          {!inDraft && inLive && <span className="muted">{t('uses.liveOnly')}</span>}
        </li>
      ))}
    </ul>
  );
}
