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
  const { uses } = useMailUses({ mail });
  if (uses === undefined) return null;
  return (
    <Panel title={t('uses')}>
      {uses.length === 0 ? <p className="muted">{t('uses.none')}</p> : <UsesInFull mail={mail} />}
    </Panel>
  );
}

/** As links, some at a time. */
export function UsesInFull({ mail }: { mail: string }) {
  const { uses = [], more } = useMailUses({ mail });
  return (
    <div className={classes.uses}>
      <UseList uses={uses} />
      <ShowMoreUses more={more} />
    </div>
  );
}

function UseList({ uses }: { uses: readonly MailUse[] }) {
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
