import type { Text } from '../text.ts';
import type { LoweringFault } from './find-lowering-faults.ts';

/** What is wrong, and where it is mended: for whoever wrote the node type. One or two sentences. */
export function wordLoweringFault(fault: LoweringFault): Text {
  const { name } = fault;
  switch (fault.kind) {
    case 'effect':
      return {
        ja: `lower が呼ぶ動作（effect）「${name}」は、どの種類にもありません。`,
        en: `Its lower calls the effect “${name}”, which no node type has.`,
      };
    case 'exit':
      return wordExit(fault);
    case 'outcome':
      return {
        ja: `出口「${name}」が outcomes と lower で食い違っています。このままではリードがそこから先へ進めません。`,
        en: `Its outcomes and its lower do not agree on the exit “${name}”: no lead would go on by it.`,
      };
  }
}

function wordExit({ name, of, leaves, free }: Extract<LoweringFault, { kind: 'exit' }>): Text {
  const mend = mendExit(free);
  return {
    ja: `lower に、${of} の出口「${name}」があります。${of} の出口は ${leaves.join('、')} だけです。${mend.ja}`,
    en: `Its lower leaves an op of kind ${of} by “${name}”. Such an op leaves by ${leaves.join(', ')} only: ${mend.en}`,
  };
}

/** Its name is what the label is for; two exits cannot be one. */
function mendExit(free: readonly string[]): Text {
  const [id] = free;
  if (id === undefined)
    return { ja: 'どれも使われているので、この出口を消してください。', en: 'all are taken, so drop this exit.' };
  if (id === 'done') {
    return {
      ja: '出口の id を done にし、見せたい名前は label に書いてください。',
      en: 'give the exit the id done, and its own name as the label.',
    };
  }
  return {
    ja: `出口の id を ${id} にして見せたい名前を label に書くか、この出口を消してください。`,
    en: `give the exit the id ${id}, and its own name as the label, or drop it.`,
  };
}
