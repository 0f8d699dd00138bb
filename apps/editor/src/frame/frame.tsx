import { Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import { KeyHelpHost } from '../key-help/key-help-host.tsx';
import { useTexts } from '../language/use-texts.ts';
import { PaletteHost } from '../palette/palette-host.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { useFirstOpened } from '../parts/use-first-opened.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { useSession } from '../server/use-session.ts';
import { useColourScheme } from '../theme/use-colour-scheme.ts';
import { BottomBar } from './bottom-bar.tsx';
import classes from './frame.module.css';
import { Navigation } from './navigation.tsx';
import type { texts } from './texts.ja.ts';

/** Navigation beside the screen; below 768 px a bar at the foot, and the rest of the navigation in a drawer. */
export function Frame() {
  const t = useTexts<typeof texts>('frame');
  const wide = useIsWide();
  const [menuOpen, menu] = useDisclosure(false);
  const hasMenu = useFirstOpened(menuOpen);
  const [asked, setAsked] = useState(0);
  const find = () => {
    menu.close();
    setAsked((times) => times + 1);
  };
  useHotkeys([['mod+K', find]], []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => menu.close(), [path]);
  const { colourScheme } = useSession().person;
  // When the person's choice is known, and not whenever the colours turn: two tabs would turn one another's for ever.
  const setColours = useEffectEvent(useColourScheme());
  useEffect(() => setColours(colourScheme), [colourScheme]);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      {wide && (
        <div className={classes.side}>
          <Navigation onFind={find} />
        </div>
      )}
      <main id="content" className={classes.content} tabIndex={-1}>
        <Suspense fallback={<PendingScreen />}>
          <Outlet />
        </Suspense>
      </main>
      {!wide && <BottomBar onMenu={menu.open} />}
      {hasMenu && (
        <Drawer
          opened={menuOpen}
          onClose={menu.close}
          title={t('menu')}
          size="260px"
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <Navigation onFind={find} />
        </Drawer>
      )}
      <PaletteHost asked={asked} />
      <KeyHelpHost />
    </div>
  );
}
