import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that mostly wait, or take long, from the longest on: begun last, they would run alone at the end. */
const slow = ['test/faults/kill-and-freeze', 'test/faults/outages/', 'apps/worker/', 'test/faults/', 'test/upgrade/'];

/** Starts slow files before all others of their project, also in a fresh checkout, where no run has been timed yet. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  const found = slow.findIndex((part) => moduleId.includes(`/${part}`));
  return project.config.sequence.groupOrder * (slow.length + 1) + (found === -1 ? slow.length : found);
}
