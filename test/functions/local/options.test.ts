import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OptionProblem, readOptions, START_HELP } from '#functions/local/options.ts';

const WITNESS =
  'http://127.0.0.1:8001+mirror.example.org+3fb148ef+BAAjjch9GyYz0sJsJx7ALhbdAtz2ov0unbzSl1vMp94O';
const REPLAYS = ['legco-2012', 'rehearsal-2016'];
const read = (...args: readonly string[]) => readOptions(args, REPLAYS);

describe('the command line of npm start', () => {
  test('may be empty', () => {
    expect(read()).toEqual({
      port: 4321,
      filesPort: null,
      dataFolder: resolve('.open-returns'),
      replay: 'legco-2012',
      speed: 1,
      seed: 2012,
      fresh: false,
      empty: false,
      witnesses: [],
      clamd: null,
      origin: null,
      rehearsals: [],
    });
  });

  test('takes every option it explains', () => {
    expect(
      read(
        '--port',
        '0',
        '--files-port',
        '0',
        '--data',
        '/tmp/x',
        '--replay',
        'none',
        '--speed',
        'max',
        '--seed',
        '7',
        '--fresh',
        '--witness',
        WITNESS,
        '--witness',
        WITNESS.replace('8001', '8002'),
        '--clamav',
        '127.0.0.1:3310',
        '--origin',
        'https://returns.example.hk',
        '--rehearse',
        '2026-12-05T22:30:00+08:00',
        '--rehearse',
        '2026-12-06T22:30:00+08:00,30,legco-2012',
      ),
    ).toEqual({
      port: 0,
      filesPort: 0,
      dataFolder: '/tmp/x',
      replay: null,
      speed: 'max',
      seed: 7,
      fresh: true,
      empty: false,
      witnesses: [WITNESS, WITNESS.replace('8001', '8002')],
      clamd: { host: '127.0.0.1', port: 3310 },
      origin: 'https://returns.example.hk',
      rehearsals: [
        { closesAt: '2026-12-05T22:30:00+08:00', election: 'legco-2016-rehearsal', minutes: 90 },
        { closesAt: '2026-12-06T22:30:00+08:00', election: 'legco-2012', minutes: 30 },
      ],
    });
    expect(read('--empty')).toMatchObject({ replay: null, empty: true });
    for (const option of [
      'port',
      'files-port',
      'data',
      'replay',
      'speed',
      'seed',
      'fresh',
      'empty',
      'clamav',
      'origin',
      'rehearse',
      'help',
    ]) {
      expect(START_HELP).toContain(`--${option}`);
    }
  });

  test.each([['--help'], ['-h'], ['--port=1', '--help']])('explains itself for %j', (...args) => {
    expect(read(...args)).toBe('help');
  });

  test.each([
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', '0x10'],
    ['--port', ''],
    ['--port', '80.5'],
    ['--files-port', '65536'],
    ['--files-port', ''],
    ['--speed', '0'],
    ['--speed', '-2'],
    ['--speed', 'fast'],
    ['--speed', 'Infinity'],
    ['--speed', ''],
    ['--seed', 'x'],
    ['--seed', '4294967296'],
    ['--replay', 'legco-1998'],
    ['--clamav', '3310'],
    ['--clamav', 'localhost:'],
    ['--clamav', 'localhost:0'],
    ['--clamav', 'tcp://localhost:3310'],
    ['--origin', 'returns.example.hk'],
    ['--origin', 'https://returns.example.hk/'],
    ['--origin', 'https://returns.example.hk/en/'],
    ['--rehearse', 'tomorrow'],
    ['--rehearse', '2026-12-05T22:30:00+08:00,0'],
    ['--rehearse', '2026-12-05T22:30:00+08:00,90,legco-1998'],
    ['--rehearse', '2026-12-05T22:30:00+08:00,90,legco-2012,7'],
    ['--what', 'x'],
    ['--port'],
    ['stray'],
  ])('is refused with one sentence for %j', (...args) => {
    expect(() => read(...args)).toThrow(OptionProblem);
    try {
      read(...args);
    } catch (problem) {
      expect((problem as Error).message).toMatch(/\w/);
    }
  });

  test('takes an IPv6 address in brackets', () => {
    expect(read('--clamav', '[::1]:3310')).toMatchObject({ clamd: { host: '::1', port: 3310 } });
  });

  test('may be slower than the night or many times as fast', () => {
    expect(read('--speed', '0.5')).toMatchObject({ speed: 0.5 });
    expect(read('--speed=1e3')).toMatchObject({ speed: 1000 });
  });
});
