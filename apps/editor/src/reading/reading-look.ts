/** How a card or an edge stands out; always with a word beside it, never by colour alone. */
export type Tone = 'added' | 'removed' | 'changed' | 'moved' | 'passed' | 'here' | 'pale' | 'stale';

export interface CardLook {
  readonly tone?: Tone;
  /** A word or two on the card's upper edge. */
  readonly mark?: string;
  /** A line at the card's foot. */
  readonly foot?: string;
}

export interface EdgeLook {
  readonly tone?: Tone;
  readonly label?: string;
  readonly width?: number;
}
