import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outsideCalls } from '#functions/adapters/outside-calls.ts';
import { startListener } from '../support/listener.ts';

let listener: Awaited<ReturnType<typeof startListener>>;
beforeAll(async () => {
  listener = await startListener(() => ({ status: 200, body: 'here' }));
});
afterAll(() => listener.close());

const onAws = outsideCalls({ allowsOwnNetwork: false });
const here = outsideCalls({ allowsOwnNetwork: true });

describe('calls to addresses that strangers gave', () => {
  test.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://172.16.3.4/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/latest/meta-data/',
    'https://[::ffff:127.0.0.1]/',
    'https://0.0.0.0/',
    'https://2130706433/',
    'https://0x7f.1/',
  ])('never reach %s', async (url) => {
    const { port } = new URL(listener.url);
    const withPort = new URL(url);
    withPort.port = port;
    expect(await onAws.post(withPort.href, {}, 'x')).toBeNull();
    expect(listener.heard).toEqual([]);
  });

  test('are encrypted, except on one’s own computer', async () => {
    expect([onAws.mayCall('http://example.hk/'), here.mayCall('http://example.hk/')]).toEqual([false, true]);
    expect(await onAws.post(listener.url, {}, 'x')).toBeNull();
    expect(listener.heard).toEqual([]);
  });

  test('bring headers and body, and hear the status and the beginning of the answer', async () => {
    listener.answers(() => ({ status: 203, body: 'a'.repeat(5000) }));
    const answer = await here.post(`${listener.url}/path?x=1`, { 'webhook-id': 'msg_1' }, '選舉');
    expect(answer).toEqual({ status: 203, text: 'a'.repeat(1024) });
    const [call] = listener.heard;
    expect([call?.path, call?.headers['webhook-id'], call?.body.toString()]).toEqual([
      '/path?x=1',
      'msg_1',
      '選舉',
    ]);
  });

  test('follow nothing, and listen to no flood', async () => {
    listener.answers(() => ({ status: 307, body: '' }));
    expect((await here.post(listener.url, {}, 'x'))?.status).toBe(307);
    listener.answers(() => ({ status: 200, body: 'a'.repeat(1_000_000) }));
    expect(await here.post(listener.url, {}, 'x')).toBeNull();
    expect(await here.post('http://127.0.0.1:1/', {}, 'x')).toBeNull();
  });
});
