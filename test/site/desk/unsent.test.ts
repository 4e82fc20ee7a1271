import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/election/text.ts';
import { deviceOf } from '../../../site/desk/offline/device.ts';
import { memoryStore } from '../../../site/desk/offline/device-store.ts';
import { formKey, keptUnder } from '../../../site/desk/offline/form-key.ts';
import { isNothing } from '../../../site/desk/offline/unsent.ts';
import { loadWords } from '../../../site/desk/words/load.ts';

const form = { constituency: 'LC1', station: 'A', count: 1, revision: 1, attempt: 1 };
const kept = { account: 'ro-1', election: 'legco-2016', form };

/** A device with a report typed and waiting, an act, two notices, a form of an account, and a submission of a candidate. */
const filled = async () => {
  const store = memoryStore();
  const device = deviceOf(store, (run) => run());
  const drafts = `${keptUnder('ro-1', 'draft')}acts/`;
  await store.set(formKey('draft', kept), { typed: {} });
  await device.outbox.put({ kept, path: '/api', body: {} });
  for (const name of [
    'legco-2016/LC1/recount',
    'legco-2016/LC1/notices/new/N5',
    'legco-2016//notices/new/N1',
    'accounts/new',
  ]) {
    await store.set(`${drafts}${name}`, { values: {} });
  }
  await store.set(`${keptUnder('ro-1', 'draft')}platform/legco-2016/HKI-01/d1`, { values: {} });
  return device;
};

describe('what was typed here and not sent', () => {
  test('is counted by kind: a report that waits is no second one', async () => {
    const unsent = await (await filled()).unsent('ro-1');
    expect(unsent).toEqual({ reports: 1, acts: 1, notices: 2, accounts: 1, submissions: 1 });
    expect(isNothing(await (await filled()).unsent('ro-2'))).toBe(true);
  });

  test('is named by kind before signing out deletes it, in every language', async () => {
    const unsent = { reports: 1, acts: 0, notices: 2, accounts: 0, submissions: 2 };
    const said = await Promise.all(
      LANGUAGES.map(async (language) => (await loadWords(language)).shell.leaving.words(unsent)),
    );
    expect(said).toEqual([
      'Typed on this device and not sent: 1 station report, 2 notices, 2 submissions of advertisements. Signing out deletes this.',
      '在此裝置輸入而尚未傳送的有：點票站報告1份、公告2份、選舉廣告提交2份。登出會把它刪除。',
      '在此设备输入而尚未发送的有：点票站报告1份、公告2份、选举广告提交2份。退出会把它删除。',
    ]);
  });
});
