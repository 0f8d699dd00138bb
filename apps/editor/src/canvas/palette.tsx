import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { Graph, Position } from '@sodate/journey/graph/graph';
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useCanvas, useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { Icon } from '../parts/icon.tsx';
import type { PaletteRequest } from '../stores/canvas/create-canvas-store.ts';
import { findNodeTypes } from './find-node-types.ts';
import { cardElement, focusCard } from './focus-card.ts';
import classes from './palette.module.css';
import { placeBeside } from './place-beside.ts';
import { endingLast, recentFirst, rememberRecent } from './recent-types.ts';
import type { texts } from './texts.ja.ts';
import { useAddNode } from './use-add-node.ts';
import { useDrawableTypes } from './use-drawable-types.ts';

const width = 300;
const mostHeight = 420;

/** The searchable palette at the pointer. Only what fits is offered: behind an outcome, no triggers. */
export const Palette = memo(PaletteIfAsked);

function PaletteIfAsked() {
  const request = useCanvas((state) => state.palette);
  return request === undefined ? null : <OpenPalette key={JSON.stringify(request)} request={request} />;
}

function OpenPalette({ request }: { request: PaletteRequest }) {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { canvas, draft } = useJourney();
  const add = useAddNode();
  const drawable = useDrawableTypes();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [{ x: left, y: top }] = useState(() => placeOf({ request, edges: draft.getState().graph.edges }));
  const fitting = useMemo(
    () => drawable.filter(({ isTrigger }) => request.spot.kind === 'point' || !isTrigger),
    [drawable, request],
  );
  const found = findNodeTypes({
    types: query === '' ? inOrder({ types: fitting, spot: request.spot }) : fitting,
    query,
  });
  const current = found[Math.min(active, found.length - 1)];
  useCloseOutside({ box, close: () => canvas.openPalette(undefined) });

  function choose(described: DescribedNode | undefined): void {
    canvas.openPalette(undefined);
    if (described === undefined) return;
    rememberRecent(described.type);
    const id = add({ described, spot: request.spot });
    if (id === undefined) return;
    canvas.openPanel({ kind: 'node', tab: 'settings' });
    focusCard(id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) setActive((active + move + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(current);
    else if (event.key === 'Escape' || event.key === 'Tab') canvas.openPalette(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={box} className={classes.palette} style={{ left, top }} role="dialog" aria-label={t('paletteTitle')}>
      <div className={classes.search}>
        <Icon name="search" />
        <input
          // The palette opens because somebody asked for it: the search is where they go on.
          ref={(input) => input?.focus()}
          value={query}
          placeholder={t('paletteSearch')}
          aria-label={t('paletteSearch')}
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current === undefined ? undefined : `${listId}-${current.type}`}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {found.length === 0 ? (
        <p className={classes.none}>{t('paletteNone')}</p>
      ) : (
        <div className={classes.list} id={listId} role="listbox" aria-label={t('paletteTitle')}>
          {found.map((described, index) => (
            <div
              key={described.type}
              id={`${listId}-${described.type}`}
              className={classes.item}
              role="option"
              tabIndex={-1}
              aria-selected={described === current}
              onMouseMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(described)}
              onKeyDown={onKeyDown}
            >
              <FamilyTile family={described.family} icon={described.icon} size="sm" />
              <span>
                <b>{text(described.title)}</b>
                <small>{text(described.description)}</small>
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** What ends a way is hardly meant in the midst of one, though it was used last. */
function inOrder({ types, spot }: { types: readonly DescribedNode[]; spot: PaletteRequest['spot'] }) {
  const recent = recentFirst(types);
  return spot.kind === 'edge' ? endingLast(recent) : recent;
}

/** Near where it was asked for, and over none of the cards that the new node is for. */
function placeOf({ request: { screen, spot }, edges }: { request: PaletteRequest; edges: Graph['edges'] }): Position {
  const edge = spot.kind === 'edge' ? edges[spot.edge] : undefined;
  const nodes = [spot.kind === 'after' ? spot.node : undefined, edge?.from, edge?.to];
  const keep = nodes.flatMap((id) => (id === undefined ? [] : (cardElement(id)?.getBoundingClientRect() ?? [])));
  const within = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  return placeBeside({ at: screen, size: { width, height: Math.min(mostHeight, within.bottom - 32) }, keep, within });
}

function useCloseOutside({ box, close }: { box: { readonly current: HTMLElement | null }; close: () => void }): void {
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    document.addEventListener('pointerdown', onDown, { capture: true });
    return () => document.removeEventListener('pointerdown', onDown, { capture: true });
  });
}
