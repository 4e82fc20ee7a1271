import type { Device } from '../offline/device.ts';
import { endAllWork } from '../platform/upload/at-work.ts';
import { discardForms } from '../report/open-forms.ts';
import { forgetAnswers } from './use-answer.ts';
import { whose } from './whose.ts';

/** Whoever signs out leaves nothing on the device: no form, no draft, no answer. */
export const forgetEverything = async (device: Device, account: string | null): Promise<void> => {
  await discardForms();
  await endAllWork();
  whose.set(null);
  if (account !== null) await device.forget(account);
  forgetAnswers();
};
