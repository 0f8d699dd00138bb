import type { Picture } from '@sodate/services/journey/draw-picture';
import classes from './flow-picture.module.css';

const width = 196;
const height = 60;
const margin = 9;

type Dot = Picture['nodes'][number];

/** A journey as a stem with a dot for each node: outline and hue name the family, size how many rest there. */
export function FlowPicture({ picture }: { picture: Picture }) {
  const places = new Map(picture.nodes.map((node) => [node.id, placeOf(node)]));
  const most = Math.max(1, ...picture.edges.map(({ count }) => count));
  const crowd = Math.max(1, ...picture.nodes.map(({ here }) => here));
  return (
    <svg className={classes.picture} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {picture.edges.map(({ from, to, count }) => {
        const start = places.get(from);
        const end = places.get(to);
        if (start === undefined || end === undefined) return null;
        const bend = (end.x - start.x) * 0.55;
        return (
          <path
            key={`${from} ${to}`}
            d={`M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`}
            strokeWidth={1.5 + 4.5 * (count / most) ** 0.7}
          />
        );
      })}
      {picture.nodes.map((node) => (
        <NodeDot key={node.id} node={node} radius={sizeOf({ here: node.here, crowd, nodes: picture.nodes.length })} />
      ))}
    </svg>
  );
}

function NodeDot({ node, radius }: { node: Dot; radius: number }) {
  const { x, y } = placeOf(node);
  const name = `${classes.dot} ${classes[node.family]}`;
  if (node.family === 'trigger' || node.family === 'wait' || node.family === 'sales' || node.family === 'end') {
    return <circle className={name} cx={x} cy={y} r={radius} />;
  }
  const turn = node.family === 'decision' ? { transform: `rotate(45 ${x} ${y})` } : {};
  const corner = node.family === 'message' ? radius / 2 : radius / 5;
  return (
    <rect className={name} x={x - radius} y={y - radius} width={radius * 2} height={radius * 2} rx={corner} {...turn} />
  );
}

function placeOf({ along, across }: Dot): { x: number; y: number } {
  return { x: margin + along * (width - 2 * margin), y: margin + across * (height - 2 * margin) };
}

/** Many nodes get smaller dots, so that they do not cover each other. */
function sizeOf({ here, crowd, nodes }: { here: number; crowd: number; nodes: number }): number {
  const base = nodes > 24 ? 2.5 : 4.5;
  return base + 3 * Math.sqrt(here / crowd);
}
