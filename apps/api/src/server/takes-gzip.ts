/** Named, and not with the weight 0, which refuses it (RFC 9110, 12.5.3). */
export function takesGzip(accepted: unknown): boolean {
  return String(accepted)
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim().toLowerCase()))
    .some(([coding, weight]) => coding === 'gzip' && !/^q=0(\.0*)?$/.test(weight ?? ''));
}
