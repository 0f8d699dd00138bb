import type { Text } from '../text.ts';

/** What a node type's own code gave is not what its contract promises: said to whoever wrote it. */
export class ContractFault extends Error {
  readonly said: Text;

  constructor(said: Text) {
    super(said.en);
    this.name = 'ContractFault';
    this.said = said;
  }
}
