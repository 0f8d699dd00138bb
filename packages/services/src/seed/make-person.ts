import { departments, givenNames, surnames, titles } from './person-parts.ts';
import type { Random } from './random.ts';

export interface SeedPerson {
  readonly name: string;
  readonly nameKana: string;
  /** The part of the mail address before "@"; the number keeps namesakes apart. */
  readonly mailbox: string;
  readonly department: string;
  readonly title: string | null;
  readonly phone: string;
}

/** Somebody at a company. `number` is new for each person of an installation. */
export function makePerson({ number, random }: { number: number; random: Random }): SeedPerson {
  const [surname, surnameKana, surnameRoman] = random.pick(surnames);
  const [given, givenKana, givenRoman] = random.pick(givenNames);
  return {
    name: `${surname} ${given}`,
    nameKana: `${surnameKana} ${givenKana}`,
    mailbox: `${givenRoman}.${surnameRoman}${number + 1}`,
    department: random.weigh(departments),
    title: random.weigh(titles),
    phone: `0${random.pick(['70', '80', '90'])}0000${String(random.between(0, 9_999)).padStart(4, '0')}`,
  };
}
