import { Menu } from '@mantine/core';
import { Fragment, memo } from 'react';
import { useCanvas, useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import type { MenuRequest } from '../stores/canvas/create-canvas-store.ts';
import classes from './canvas-menu.module.css';
import { focusCard } from './focus-card.ts';
import type { texts } from './texts.ja.ts';
import { useCanvasMenu } from './use-canvas-menu.ts';

/** The menu of a card or of the open canvas: by the right mouse button, Shift+F10 or the menu key. */
export const CanvasMenu = memo(MenuIfAsked);

function MenuIfAsked({ draws }: { draws: boolean }) {
  const request = useCanvas((state) => state.menu);
  return request === undefined ? null : <OpenMenu request={request} draws={draws} />;
}

function OpenMenu({ request, draws }: { request: MenuRequest; draws: boolean }) {
  const t = useTexts<typeof texts>('canvas');
  const { canvas } = useJourney();
  const parts = useCanvasMenu({ request, draws });
  const close = () => {
    canvas.openMenu(undefined);
    if (request.node !== undefined) focusCard(request.node);
  };
  const { x, y } = request.screen;
  return (
    <Menu
      key={`${x} ${y}`}
      opened
      onClose={close}
      position="bottom-start"
      offset={0}
      shadow="md"
      width={264}
      returnFocus={false}
      trapFocus
      closeOnItemClick={false}
    >
      <Menu.Target>
        <span className={classes.anchor} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t(request.node === undefined ? 'canvasMenu' : 'nodeMenu')}>
        {parts.map((items, index) => (
          <Fragment key={items[0]?.label}>
            {index > 0 && <Menu.Divider />}
            {items.map(({ label, keys, danger, act }) => (
              <Menu.Item
                key={label}
                {...(danger === true ? { color: 'danger' } : {})}
                rightSection={keys === undefined ? undefined : <kbd className={classes.keys}>{keys}</kbd>}
                onClick={() => {
                  // First back to the card, so that an act may send the keyboard elsewhere.
                  close();
                  act();
                }}
              >
                {label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
