import type { Family } from '@sodate/journey/graph/node-contract';
import classes from './family-tile.module.css';
import { IconPath } from './icon.tsx';

const sizes = { xs: 20, sm: 24, md: 28 } as const;
const iconSizes = { xs: 12, sm: 15, md: 17 } as const;

/** A node type's icon in its family's colour and outline. `icon` is path data on a 24 grid. Decoration: name it in words beside. */
export function FamilyTile({ family, icon, size = 'md' }: { family: Family; icon: string; size?: keyof typeof sizes }) {
  const side = sizes[size];
  return (
    <span
      className={`${classes.tile} ${classes[family]}`}
      style={{ width: side, height: side, '--tile-inset': size === 'md' ? '3px' : '2px' } as React.CSSProperties}
      aria-hidden="true"
    >
      <IconPath path={icon} size={family === 'decision' ? iconSizes[size] - 2 : iconSizes[size]} />
    </span>
  );
}
