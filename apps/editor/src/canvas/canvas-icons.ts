/** Path data of the canvas's own icons: a 24 grid, stroked. */
export const canvasIcons = {
  undo: 'M4 9h10.5a5.5 5.5 0 0 1 0 11H9M4 9l4.5-4.5M4 9l4.5 4.5',
  redo: 'M20 9H9.5a5.5 5.5 0 0 0 0 11H15M20 9l-4.5-4.5M20 9l-4.5 4.5',
  tidy: 'M9 3.5h6v5H9zM3 15.5h6v5H3zM15 15.5h6v5h-6zM12 8.5V12M6 15.5V12h12v3.5',
  note: 'M4.5 4.5h15v10l-5 5h-10zM14.5 19.5v-5h5',
  fit: 'M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4',
  group: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8.5 8.5h7v7h-7z',
  ungroup: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 9l6 6M15 9l-6 6',
  comment: 'M4.5 5h15v11h-8l-4.500 3.800V16h-2.500z',
  download: 'M12 4v10.500M7.500 10.500 12 15l4.500-4.500M4.500 19.500h15',
  minus: 'M5 12h14',
  cloud: 'M7 18.5a4.2 4.2 0 0 1-.5-8.4 5.8 5.8 0 0 1 11-.6 4.5 4.5 0 0 1-.3 9zM9.3 13.7l2 2 3.5-3.7',
  cloudOff: 'M7 18.5a4.2 4.2 0 0 1-.5-8.4 5.8 5.8 0 0 1 11-.6 4.5 4.5 0 0 1-.3 9zM12 10v4M12 16.2v.1',
  stop: 'M8 6.5h8A1.5 1.5 0 0 1 17.5 8v8a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 16V8A1.5 1.5 0 0 1 8 6.5z',
  play: 'M8 5.2v13.6L18.8 12z',
  unknown: 'M9.2 9.2a2.9 2.9 0 1 1 4.2 2.6c-1 .5-1.4 1.1-1.4 2.2M12 17.5v.1M5 3.5h14v17H5z',
} as const;
