import type { Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Layout } from './lay-out.ts';

export type WalkDirection = 'up' | 'down' | 'left' | 'right';

interface Stop {
  /** A node; a folded group is stood for by its first member. */
  readonly node: NodeId;
  /** What edges know it by. */
  readonly id: string;
  readonly at: Position;
}

/**
 * The node that an arrow key leads to: down and up follow the edges, the leftmost first; left and right go to the
 * nearest neighbour on that side. Without edges the nearest node in that direction. Undefined: stay.
 */
export function walkGraph({
  layout,
  from,
  direction,
}: {
  layout: Layout;
  from: NodeId;
  direction: WalkDirection;
}): NodeId | undefined {
  const stops = stopsOf(layout);
  const hidden = layout.hiddenIn.get(from)?.group.id;
  const start = stops.get(hidden ?? from);
  if (start === undefined) return undefined;
  const along = direction === 'up' || direction === 'down' ? linked({ layout, stops, start, direction }) : [];
  const followed = along.sort((one, other) => one.at.x - other.at.x)[0];
  return followed?.node ?? nearest({ stops, start, direction })?.node;
}

function stopsOf({ cards, groups }: Layout): ReadonlyMap<string, Stop> {
  const stops = new Map<string, Stop>();
  for (const { node } of cards.values()) stops.set(node.id, { node: node.id, id: node.id, at: node.position });
  for (const { group, members, box, folded } of groups) {
    const [first] = members;
    if (!folded || first === undefined) continue;
    stops.set(group.id, { node: first.node.id, id: group.id, at: { x: box.left, y: box.top } });
  }
  return stops;
}

function linked({
  layout,
  stops,
  start,
  direction,
}: {
  layout: Layout;
  stops: ReadonlyMap<string, Stop>;
  start: Stop;
  direction: 'up' | 'down';
}): Stop[] {
  return layout.edges.flatMap(({ source, target }) => {
    const end = direction === 'down' ? source === start.id && target : target === start.id && source;
    const stop = end === false ? undefined : stops.get(end);
    return stop === undefined ? [] : [stop];
  });
}

function nearest({
  stops,
  start,
  direction,
}: {
  stops: ReadonlyMap<string, Stop>;
  start: Stop;
  direction: WalkDirection;
}): Stop | undefined {
  const sideways = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const costs = Array.from(stops.values()).flatMap((stop) => {
    const dx = stop.at.x - start.at.x;
    const dy = stop.at.y - start.at.y;
    const ahead = (sideways ? dx : dy) * sign;
    // What lies aside counts threefold, so that a row is walked before the next one.
    return ahead > 1 ? [{ stop, cost: ahead + 3 * Math.abs(sideways ? dy : dx) }] : [];
  });
  return costs.sort((one, other) => one.cost - other.cost)[0]?.stop;
}
