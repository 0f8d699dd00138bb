import type { Language } from '@sodate/journey/text';
import { capitalised } from './capitalised.ts';
import { departments, givenNames, surnames, titles } from './person-parts.ts';
import type { Random } from './random.ts';

export interface SeedPerson {
  readonly name: string;
  /** How a Japanese name is read; null where it is written in letters. */
  readonly nameKana: string | null;
  /** The part of the mail address before "@"; the number keeps namesakes apart. */
  readonly mailbox: string;
  readonly department: string;
  readonly title: string | null;
  readonly phone: string;
}

/** Somebody at a company. `number` is new for each person of an installation. */
export function makePerson({
  number,
  random,
  language,
}: {
  number: number;
  random: Random;
  language: Language;
}): SeedPerson {
  const [surname, surnameKana, surnameRoman] = random.pick(surnames);
  const [given, givenKana, givenRoman] = random.pick(givenNames);
  const names = {
    ja: { name: `${surname} ${given}`, nameKana: `${surnameKana} ${givenKana}` },
    en: { name: `${capitalised(givenRoman)} ${capitalised(surnameRoman)}`, nameKana: null },
  };
  return {
    ...names[language],
    mailbox: `${givenRoman}.${surnameRoman}${number + 1}`,
    department: random.weigh(departments)[language],
    title: random.weigh(titles)?.[language] ?? null,
    phone: `0${random.pick(['70', '80', '90'])}0000${String(random.between(0, 9_999)).padStart(4, '0')}`,
  };
}
