import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import classes from './back-link.module.css';
import { Icon } from './icon.tsx';

/** The way back, above a screen's title; typed as the router's own link. */
export const BackLink = createLink(DrawnBackLink);

function DrawnBackLink({ children, ...rest }: Omit<ComponentProps<'a'>, 'className'>) {
  return (
    <a {...rest} className={classes.back}>
      <Icon name="left" size={14} />
      <span>{children}</span>
    </a>
  );
}
