import { BaseSequencer, type TestSpecification } from 'vitest/node';

const isJourney = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/journeys/');

/** Journeys take minutes and wait for browsers: begun first, they leave the quick tests to fill the time beside them. */
export class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isJourney), ...sorted.filter((file) => !isJourney(file))];
  }
}
