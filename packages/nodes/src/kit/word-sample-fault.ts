import type { Text } from '@sodate/journey/text';
import { wordLoweringFault } from '@sodate/journey/validate/word-lowering-fault';
import type { SampleFault } from './find-sample-faults.ts';

/** For whoever wrote the node type, at the start, by `doctor` and in the conformance test. */
export function wordSampleFault(fault: SampleFault): Text {
  return fault.kind === 'thrown' ? fault.said : wordLoweringFault(fault);
}
