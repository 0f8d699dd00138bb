import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './left-out-types.module.css';
import type { texts } from './texts.ja.ts';

/** Which node types the server could not take in, and why: for whoever can mend them. */
export function LeftOutTypes() {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { data } = useQuery(trpc.nodeTypes.list.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  if (data === undefined) return null;
  if (data.broken.length === 0) return <p className="muted">{t('noneLeftOut')}</p>;
  return (
    <section className={classes.leftOut}>
      <h3>{t('leftOut')}</h3>
      <ul>
        {data.broken.map(({ name, errors }) => (
          <li key={`${name} ${errors[0]?.en}`}>
            <code>{name}</code>
            {errors.map((error) => (
              <p key={error.en}>{text(error)}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
