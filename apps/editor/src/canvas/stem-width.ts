/** The width of a stem: 1.5 + 4.5 × (n ÷ max)^0.7. Without numbers the thin line. */
export function stemWidth({ count, most }: { count: number; most: number }): number {
  if (count <= 0 || most <= 0) return 1.5;
  return 1.5 + 4.5 * (Math.min(count, most) / most) ** 0.7;
}
