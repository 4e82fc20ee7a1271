import { createHash } from 'node:crypto';
import { signedReceipt } from '#functions/platform/signed-receipt.ts';
import { accountTender } from '#functions/platform/tend-account.ts';
import { type Inspect, inspectUpload } from '#functions/platform/verdicts.ts';
import type { UploadedFile } from '#shared/advertisements/particulars.ts';
import type { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import type { SubmissionItem } from '#shared/advertisements/submission.ts';
import { type Answer, CEO, type TestApi } from './api.ts';
import { ACCOUNT, aFiled, foundIn } from './filings.ts';

/** A small file and what it is announced as. */
export const bytesOf = (name: string): Uint8Array => new TextEncoder().encode(`The file ${name}.`);

export const announced = (name: string): UploadedFile => {
  const bytes = bytesOf(name);
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
};

export const anApplication = (changes: Partial<PlatformAccount> = {}): PlatformAccount => ({
  id: ACCOUNT,
  constituency: 'LC1',
  name: { en: 'Chan Tai Man', 'zh-Hant': '陳大文' },
  contestant: '1',
  appliedOn: '2016-07-18',
  undertakingSigned: true,
  email: 'chan@example.hk',
  mobile: '+852 0123 4512',
  active: true,
  revision: 1,
  ...changes,
});

export const CANDIDATE = { role: 'candidate', account: ACCOUNT } as const;

/** What an inspector would say, by the words in a file. */
export const byContent: Inspect = async ({ bytes }) => {
  const text = new TextDecoder().decode(bytes);
  const name = /^The file (.+)\.$/s.exec(text)?.[1] ?? '';
  const verdict = name.includes('held') ? 'held' : name.includes('macro') ? 'refused' : 'clean';
  const findings = verdict === 'refused' ? [{ code: 'macros' as const }] : [];
  return { inspection: foundIn(announced(name), { verdict, findings }), previews: { png: null, text } };
};

/** What a candidate, an officer and the machines do, over the real functions. */
export const platformNight = (api: TestApi, inspect: Inspect) => {
  const { platform, ports } = api;
  const parameters = { platform: ACCOUNT };
  const own = (
    name: string,
    body: unknown,
    as: { role: 'candidate'; account: string } = CANDIDATE,
  ): Promise<Answer> => api.call(name, body, { as, parameters });
  const tender = accountTender({
    ...ports,
    inspectLater: async (key) => void (await inspectUpload({ ...platform, inspect }, key)),
    receiptFor: (known, definition, acceptance) => signedReceipt(platform, known, definition, acceptance),
  });
  const open = (id: string, items: readonly SubmissionItem[]) => own('open-submission', { id, items });
  /** Sends a file as its offer says; false where the store refuses it. */
  const send = (answer: Answer, name: string, bytes = bytesOf(name)): boolean => {
    const file = answer.body.files.find((one: { name: string }) => one.name === name);
    return platform.quarantine.bring(file.upload.fields.key, bytes);
  };
  const commit = (submission: string) => own('commit-submission', { submission });
  return {
    own,
    open,
    send,
    commit,
    openAccount: (changes: Partial<PlatformAccount> = {}) =>
      api.call('put-platform-account', anApplication(changes), {
        as: CEO,
        parameters: { platform: changes.id ?? ACCOUNT },
      }),
    /** One advertisement with these files, announced, sent and committed; throws where a file or its announcement is not taken. */
    submit: async (id: string, names: readonly string[]): Promise<Answer> => {
      const opened = await open(id, [aFiled({ files: names.map(announced) })]);
      for (const name of names) if (!send(opened, name)) throw new Error(`${name} was not taken`);
      return commit(id);
    },
    tend: async (): Promise<void> => {
      const of = { election: 'legco-2016', account: ACCOUNT };
      await tender.attend(of);
      await tender.finish(of);
      await tender.attend(of);
    },
    read: (as: { role: 'candidate'; account: string } = CANDIDATE) => own('read-platform', undefined, as),
    filed: (name: string) => aFiled({ files: [announced(name)] }),
  };
};
