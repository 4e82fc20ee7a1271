import type { Device } from '../offline/device.ts';
import { discardForms } from '../report/open-forms.ts';
import { forgetAnswers } from './use-answer.ts';

/** Whoever signs out leaves nothing on the device: no form, no draft, no answer. */
export const forgetEverything = async (device: Device, account: string | null): Promise<void> => {
  await discardForms();
  if (account !== null) await device.forget(account);
  forgetAnswers();
};
