import type { Role } from '@sodate/database/schema/user';
import type { texts } from './texts.ja.ts';

interface KeyLine {
  /** Each way to press it. */
  readonly ways: readonly string[];
  readonly does: keyof typeof texts;
}

interface KeyGroup {
  /** How the addresses of its screens begin, and who has no use for it. */
  readonly at: readonly string[];
  readonly not?: readonly Role[];
  readonly title: keyof typeof texts;
  readonly lines: readonly KeyLine[];
}

/** What the keys do, as the canvas, the hand-offs and the frame listen to them. */
const keyGroups: readonly KeyGroup[] = [
  {
    at: [],
    title: 'anywhere',
    lines: [
      { ways: ['mod+K'], does: 'find' },
      { ways: ['?'], does: 'help' },
      { ways: ['Esc'], does: 'leave' },
    ],
  },
  {
    at: ['/journeys'],
    not: ['sales-rep'],
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
    at: ['/enrollments'],
    title: 'passage',
    lines: [
      { ways: ['←', '→'], does: 'stepAlong' },
      { ways: ['Home', 'End'], does: 'ends' },
    ],
  },
  {
    at: ['/handoffs'],
    not: ['viewer'],
    title: 'handoffs',
    lines: [
      { ways: ['J', 'K'], does: 'step' },
      { ways: ['Enter', '→', '←'], does: 'toBrief' },
      { ways: ['A'], does: 'accept' },
      { ways: ['1', '2', '3', '4', '5', '6'], does: 'outcomes' },
      { ways: ['R'], does: 'reject' },
      { ways: ['U'], does: 'takeBack' },
      { ways: ['N'], does: 'goOn' },
      { ways: ['M'], does: 'note' },
      { ways: ['C'], does: 'contact' },
    ],
  },
];

/** What concerns the open screen first, then everything else that this person may use. */
export function keyGroupsFor({ path, role }: { path: string; role: Role }): readonly KeyGroup[] {
  const useful = keyGroups.filter(({ not }) => not === undefined || !not.includes(role));
  const isHere = ({ at }: KeyGroup) => at.some((begin) => path.startsWith(begin));
  return [...useful.filter(isHere), ...useful.filter((group) => !isHere(group))];
}
