import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './brief.module.css';

/** The shape of a brief while it is read, so that nothing jumps when it comes. */
export function BriefSkeleton({ back }: { back: ReactNode }) {
  return (
    <article className={classes.brief} aria-busy="true">
      {back}
      <header className={classes.head}>
        <Skeleton circle height={44} />
        <div className={classes.who}>
          <Skeleton height={24} width="40%" />
          <Skeleton height={16} width="60%" mt={8} />
        </div>
      </header>
      <div className={classes.contact}>
        <Skeleton height={36} width={140} />
        <Skeleton height={36} width={140} />
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          {[72, 56, 140].map((height) => (
            <Skeleton key={height} height={height} />
          ))}
        </div>
        <div className={classes.side}>
          <Skeleton height={120} />
        </div>
      </div>
    </article>
  );
}
