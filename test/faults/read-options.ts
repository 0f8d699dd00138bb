import { parseArgs } from 'node:util';
import { type CrashPoint, crashPoints } from '@sodate/services/engine/crash-point';

export type FaultOptions =
  | { readonly kind: 'outages'; readonly seed: string; readonly realTime: boolean }
  | { readonly kind: 'matrix'; readonly seed: string; readonly realTime: boolean; readonly only?: CrashPoint }
  | {
      readonly kind: 'random';
      readonly seed: string;
      readonly realTime: boolean;
      readonly leads: number;
      readonly kills: number;
    };

export const usage = `npm run faults                        the whole matrix
npm run faults -- --only POINT        only the faults at one crash point
npm run faults -- --outages           only networks that fall silent, and stores restored
npm run faults -- --random            kill at random [--leads 200] [--kills 20]
  --seed S       repeat an earlier run's choices      --real-time    all spans as in production
points: ${crashPoints.join(' ')}`;

/** @throws Error with the usage where the words say nothing sensible. */
export function readOptions({ words, freshSeed }: { words: readonly string[]; freshSeed: string }): FaultOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      random: { type: 'boolean', default: false },
      outages: { type: 'boolean', default: false },
      'real-time': { type: 'boolean', default: false },
      leads: { type: 'string', default: '200' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: freshSeed },
      only: { type: 'string' },
    },
  });
  const common = { seed: values.seed, realTime: values['real-time'] };
  if (values.outages) return { kind: 'outages', ...common };
  if (values.random)
    return { kind: 'random', ...common, leads: readCount(values.leads), kills: readCount(values.kills) };
  if (values.only === undefined) return { kind: 'matrix', ...common };
  const only = crashPoints.find((point) => point === values.only);
  if (only === undefined) throw new Error(`no such point: ${values.only}\n${usage}`);
  return { kind: 'matrix', ...common, only };
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new Error(`not a count: ${text}\n${usage}`);
  return count;
}
