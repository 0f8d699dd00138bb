/** Line icons on a 24 grid, drawn with the text's colour. */
export const iconPaths = {
  alert: 'M12 4 2.8 19.8h18.4zM12 10v4.5M12 17.1v.3',
  bang: 'M12 6v7.5M12 17.5v.5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  bolt: 'M13.500 3.500 5.500 13.500h5.500l-.500 7 8-10h-5.500z',
  branch: 'M12 3.5v5M12 8.5 5.5 15v5M12 8.5l6.5 6.5v5M12 8.5V20',
  calendar: 'M4 6.5h16V20H4zM4 10.5h16M8.5 4v4M15.5 4v4',
  chart: 'M4 20h16M7 16.5v-5M12 16.5V5M17 16.5v-8',
  check: 'm5 12.5 4.6 4.6L19.5 7',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7v5.2l3.4 2',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M8.5 8.5H20V20H8.5zM15.5 8.5V4H4v11.5h4.5',
  down: 'm6.5 9.5 5.5 5.5 5.5-5.5',
  eye: 'M2.8 12S6.3 5.8 12 5.8 21.2 12 21.2 12 17.7 18.2 12 18.2 2.8 12 2.8 12zM12 9.2a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  flag: 'M6 21V4M6 4.5h11.5l-2.3 4 2.3 4H6',
  form: 'M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 13h7M9 16.5h4.5',
  gauge: 'M4 17.5a8.6 8.6 0 1 1 16 0M12 14l4-4.6M12 12.9a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z',
  handoff:
    'M8 4.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM2.8 19.5c0-3.6 2.2-5.8 5.2-5.8 1.3 0 2.5.4 3.4 1.2M13.5 17.5h7.5M17.8 14l3.4 3.5-3.4 3.5',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.7 9.7a2.4 2.4 0 1 1 3.6 2.1c-.9.5-1.3 1-1.3 1.9M12 16.5v.1',
  history: 'M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.3l3 1.7',
  home: 'm3.5 11.5 8.5-7.5 8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20',
  inbox: 'M3.5 13.5 6 5h12l2.5 8.5V19h-17zM3.5 13.5h5l1.3 2.5h4.4l1.3-2.5h5',
  journey:
    'M6 3.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM18 16.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM8.3 5.5h6.2a3.250 3.250 0 0 1 0 6.5h-5a3.250 3.250 0 0 0 0 6.5h6.2',
  left: 'm14.5 6.5-5.5 5.5 5.5 5.5',
  listen: 'M7 3.5h10M7 20.5h10M8 3.5v3.8L12 12l4-4.7V3.5M8 20.5v-3.8L12 12l4 4.7v3.8',
  mail: 'M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM3.6 7.2l8.4 6 8.4-6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  moon: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z',
  more: 'M6 12h.1M12 12h.1M18 12h.1',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  phone:
    'M6.5 4h3l1.6 4.2-2 1.6a11.500 11.500 0 0 0 5.100 5.100l1.600-2L20 14.500v3a2 2 0 0 1-2.200 2A15.500 15.500 0 0 1 4.500 6.200 2 2 0 0 1 6.500 4z',
  picture: 'M4 5h16v14H4zM4 16.500l5-5 4 4 2.500-2.500 4.500 4M15.500 9v.1',
  plus: 'M12 5v14M5 12h14',
  right: 'm9.5 6.5 5.5 5.5-5.5 5.5',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l4.5 4.5',
  settings:
    'M4 7h8.8M17.2 7H20M4 17h2.8M11.2 17H20M15 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM9 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  share:
    'M17.5 3.700a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600zM6.500 9.700a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600zM17.500 15.700a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600zM8.600 10.900l6.800-3.700M8.600 13.100l6.800 3.700',
  signOut: 'M14 4.5H5v15h9M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  tag: 'M3.8 12.6V4h8.6l8 8-8.6 8.6zM8 8.2v.1',
  trash: 'M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l1 13.5h9l1-13.5M10.5 10.5v6M13.5 10.5v6',
  up: 'm6.5 14.5 5.5-5.5 5.5 5.5',
  user: 'M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c0-3.8 2.9-6 7-6s7 2.2 7 6',
  users:
    'M9 5.3a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM2.8 19.5c0-3.6 2.6-5.7 6.2-5.7s6.2 2.1 6.2 5.7M15.5 5.6a3.2 3.2 0 0 1 0 5.9M17.3 14.2c2.4.6 3.9 2.5 3.9 5.3',
} as const;

export type IconName = keyof typeof iconPaths;

/** Decoration beside a word; where it stands alone, the control around it needs an `aria-label`. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return <IconPath path={iconPaths[name]} size={size} />;
}

/** An icon given as path data on a 24 grid, as node types bring theirs. */
export function IconPath({ path, size = 16 }: { path: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
