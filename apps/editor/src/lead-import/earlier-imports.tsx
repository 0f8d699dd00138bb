import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './lead-import.module.css';
import type { texts } from './texts.ja.ts';

/** The latest imports, each with its state; absent while there are none. */
export function EarlierImports() {
  const t = useTexts<typeof texts>('lead-import');
  const { dateTime } = useFormats();
  const { data = [] } = useQuery(trpc.leadImports.list.queryOptions());
  if (data.length === 0) return null;
  return (
    <Panel title={t('earlier')}>
      <ul className={classes.earlier}>
        {data.map(({ id, name, state, rows, createdAt }) => (
          <li key={id}>
            <Link className="link" to="/leads/import" search={{ id }}>
              {name}
            </Link>
            <small className="muted">
              {t(`state.${state}`)} · {t('rows', { count: rows })} · {dateTime(createdAt)}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
