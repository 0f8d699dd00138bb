/** All IANA zones that the browser knows, Japan's first. */
export const zones: string[] = [
  'Asia/Tokyo',
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Tokyo' && zone !== 'UTC'),
];
