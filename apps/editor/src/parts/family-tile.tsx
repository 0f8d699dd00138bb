import type { Family } from '@sodate/journey/graph/node-contract';
import classes from './family-tile.module.css';
import { IconPath } from './icon.tsx';

const sizes = { xs: 20, sm: 24, md: 28, lg: 48 } as const;
const iconSizes = { xs: 12, sm: 15, md: 17, lg: 30 } as const;
const insets = { xs: '2px', sm: '2px', md: '3px', lg: '5px' } as const;

/** A node type's icon in its family's colour and outline. `icon` is path data on a 24 grid. Decoration: name it in words beside. */
export function FamilyTile({ family, icon, size = 'md' }: { family: Family; icon: string; size?: keyof typeof sizes }) {
  const side = sizes[size];
  return (
    <span
      className={`${classes.tile} ${classes[family]}`}
      style={{ width: side, height: side, '--tile-inset': insets[size] } as React.CSSProperties}
      aria-hidden="true"
    >
      <IconPath path={icon} size={family === 'decision' ? iconSizes[size] - 2 : iconSizes[size]} />
    </span>
  );
}
