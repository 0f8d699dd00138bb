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

function wordExit({ name, of, leaves }: Extract<LoweringFault, { kind: 'exit' }>): Text {
  const only = leaves.join('、');
  return {
    ja: `lower に、${of} の出口「${name}」があります。${of} の出口は ${only} だけです。出口の id を done にし、見せたい名前は label に書いてください。`,
    en: `Its lower leaves an op of kind ${of} by “${name}”. Such an op leaves by ${leaves.join(', ')} only: give the exit the id done, and its own name as the label.`,
  };
}
