import type { CrashPoint } from '@sodate/services/engine/crash-point';

/** Where a process is to meet its fate, and at which passing of that point, from 1. */
export interface Arming {
  readonly at: CrashPoint;
  readonly passing: number;
  /** die: it kills itself there. hold: what passed the point stands still there until it is told to go on. */
  readonly deed: 'die' | 'hold';
}

/** What the test tells a process of the zoo. */
export type Order = { readonly kind: 'arm'; readonly arming: Arming } | { readonly kind: 'go-on' };

/** What it hears from it. */
export type Report = { readonly kind: 'ready' } | { readonly kind: 'holding' };
