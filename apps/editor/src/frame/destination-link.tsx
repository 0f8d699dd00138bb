import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { type Destination, isWithin } from './destinations.ts';
import { OpenHandoffs } from './open-handoffs.tsx';
import type { texts } from './texts.ja.ts';

/** The way to a destination, lit on its own pages and on those below it. */
export function DestinationLink({
  destination,
  iconSize,
  className,
}: {
  destination: Destination;
  iconSize: number;
  className: string | undefined;
}): ReactNode {
  const t = useTexts<typeof texts>('frame');
  const { to, icon, title } = destination;
  const isLit = useLocation({ select: ({ pathname }) => isWithin({ destination, path: pathname }) });
  return (
    <Link className={className} to={to} activeOptions={{ exact: true }} aria-current={isLit ? 'true' : undefined}>
      <Icon name={icon} size={iconSize} />
      {t(title)}
      {to === '/handoffs' && <OpenHandoffs />}
    </Link>
  );
}
