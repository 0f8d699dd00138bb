import { isJsonObject, type Json } from '../json.ts';

const units = ['minutes', 'hours', 'days', 'weeks', 'months'];

/** Whether plain data is a complete `Window`. */
export function isWindow(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return false;
  const { amount, unit } = value;
  return (
    typeof amount === 'number' &&
    Number.isInteger(amount) &&
    amount >= 1 &&
    amount <= 10_000 &&
    units.some((one) => one === unit)
  );
}
