import * as z from 'zod/mini';
import { PlatformAccount } from '../advertisements/platform-account.ts';
import { Outage, StormDay } from '../advertisements/platform-days.ts';
import { Removal } from '../advertisements/removal.ts';
import { Commit, HeldConfirmation, PlatformAddress } from '../advertisements/requests.ts';
import { Submission } from '../advertisements/submission.ts';
import { AlertWish } from '../alerts/wish.ts';
import { Account, SignOut } from '../desk/account.ts';
import { Decision } from '../desk/decision.ts';
import { Confirmation, Entry, Proposal, Seconding, SentBack, Step } from '../desk/entry.ts';
import {
  Adjournment,
  CandidateEvent,
  Declaration,
  LotsDrawn,
  RecountDecision,
  Relocation,
} from '../election/acts.ts';
import { ElectionDefinition } from '../election/definition.ts';
import { Notice } from '../election/notice.ts';
import { StationReport } from '../election/report.ts';
import { Statement } from '../election/statement.ts';
import { LeafEntry } from '../recount/ledger-entry.ts';
import { Index, Pointer } from './read-pointer.ts';
import { WitnessFacts } from './witness-facts.ts';

/** Every format that others write or read, by the name of its JSON Schema under `/schemas/`. */
export const SCHEMAS = {
  'election.json': ElectionDefinition,
  'report.json': StationReport,
  'reports.json': z.array(StationReport),
  'lots.json': z.array(LotsDrawn),
  'lots-drawn.json': LotsDrawn,
  'recount.json': RecountDecision,
  'declaration.json': Declaration,
  'candidate-event.json': CandidateEvent,
  'relocation.json': Relocation,
  'adjournment.json': Adjournment,
  'entry.json': Entry,
  'sent-back.json': SentBack,
  'step.json': Step,
  'confirmation.json': Confirmation,
  'proposal.json': Proposal,
  'seconding.json': Seconding,
  'decision.json': Decision,
  'statement.json': Statement,
  'account.json': Account,
  'sign-out.json': SignOut,
  'notice.json': Notice,
  'platform-account.json': PlatformAccount,
  'submission.json': Submission,
  'commit.json': Commit,
  'held-confirmation.json': HeldConfirmation,
  'platform-address.json': PlatformAddress,
  'removal.json': Removal,
  'storm-day.json': StormDay,
  'outage.json': Outage,
  'alert.json': AlertWish,
  'latest.json': Pointer,
  'index.json': Index,
  'witnesses.json': WitnessFacts,
  'ledger-entry.json': LeafEntry,
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** A format as JSON Schema 2020-12. Rules that span several fields are checked by the API and told in its problems. */
export const jsonSchema = (name: SchemaName): unknown => ({
  $id: `/schemas/${name}`,
  title: name,
  ...(z.toJSONSchema(SCHEMAS[name], { unrepresentable: 'any', io: 'input' }) as object),
});

export const schemaNames = (): readonly SchemaName[] => Object.keys(SCHEMAS) as SchemaName[];
