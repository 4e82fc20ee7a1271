import type { LotsDrawn, Role } from '#shared/election/acts.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';

/** An act of an officer other than a first or later report, with when it comes in the night. */
export interface OfficersAct {
  /** Below `/api/elections/{id}/`: `lots`, `recounts`, `corrections`, `notices`, `candidates/1a/events`. */
  readonly resource: string;
  readonly role: Role;
  /** Empty where the act is for the whole election. */
  readonly constituency: string;
  readonly body: unknown;
  readonly after: 'definition' | 'reports' | 'declaration';
}

/** An election with everything that happens in its night, ready to be counted or replayed. */
export interface ElectionScript {
  readonly id: string;
  readonly definition: ElectionDefinition;
  readonly reports: readonly StationReport[];
  readonly lots: readonly LotsDrawn[];
  readonly officersActs: readonly OfficersAct[];
  /** Names as officially declared, by constituency, where an official declaration is known. */
  readonly officiallyElected?: Readonly<Record<string, readonly string[]>>;
}

/** Lots are drawn when all reports are in, and entered by the Returning Officer [2016 ¶2.26, ¶3.36]. */
export const lotsActs = (lots: readonly LotsDrawn[]): readonly OfficersAct[] =>
  lots.map((body) => ({
    resource: 'lots',
    role: 'returning_officer',
    constituency: body.constituency,
    body,
    after: 'reports',
  }));
