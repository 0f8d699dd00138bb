import type { texts } from './texts.ja.ts';

interface KeyLine {
  /** Each way to press it. */
  readonly ways: readonly string[];
  readonly does: keyof typeof texts;
}

interface KeyGroup {
  readonly title: keyof typeof texts;
  readonly lines: readonly KeyLine[];
}

/** What the keys do, as the canvas, the hand-offs and the frame listen to them. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'anywhere',
    lines: [
      { ways: ['mod+K'], does: 'find' },
      { ways: ['?'], does: 'help' },
      { ways: ['Esc'], does: 'leave' },
    ],
  },
  {
    title: 'canvas',
    lines: [
      { ways: ['Tab'], does: 'add' },
      { ways: ['↑', '↓', '←', '→'], does: 'walk' },
      { ways: ['Enter'], does: 'open' },
      { ways: ['C'], does: 'connect' },
      { ways: ['Delete'], does: 'remove' },
      {
        ways: ['mod+Z', 'mod+Shift+Z'],
        does: 'undo',
      },
      {
        ways: ['mod+C', 'mod+X', 'mod+V'],
        does: 'copy',
      },
      { ways: ['mod+D'], does: 'duplicate' },
      { ways: ['mod+A'], does: 'all' },
      {
        ways: ['Shift+↑', 'Shift+↓'],
        does: 'along',
      },
      { ways: ['Alt+↑↓←→'], does: 'move' },
      {
        ways: ['mod+G', 'mod+Shift+G'],
        does: 'group',
      },
      { ways: ['F2'], does: 'rename' },
      { ways: ['Shift+T'], does: 'tidy' },
      { ways: ['+', '-', '0'], does: 'zoom' },
      { ways: ['Shift+F10'], does: 'menu' },
      { ways: ['mod+Enter'], does: 'send' },
    ],
  },
  {
    title: 'passage',
    lines: [
      { ways: ['←', '→'], does: 'stepAlong' },
      { ways: ['Home', 'End'], does: 'ends' },
    ],
  },
  {
    title: 'handoffs',
    lines: [
      { ways: ['J', 'K'], does: 'step' },
      { ways: ['A'], does: 'accept' },
    ],
  },
];
