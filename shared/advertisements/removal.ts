import * as z from 'zod/mini';
import { Reason } from '../election/text.ts';
import { AdvertisementId } from './reference.ts';

/** On whose direction something is removed: nobody else's, and never the candidate's own [2016 App.5 ¶14, ¶18]. */
export const REMOVERS = ['chief_electoral_officer', 'commission', 'court'] as const;

/** What shall go from public view, on whose direction, and why. */
export const Removal = z.strictObject({ of: AdvertisementId, by: z.enum(REMOVERS), reason: Reason });
export type Removal = z.infer<typeof Removal>;
