import { expect, test } from 'vitest';
import { announcer } from '../../../site/islands/announcer.ts';
import { fakeClock } from './fake-clock.ts';

const aReader = () => {
  const clock = fakeClock();
  const heard: string[] = [];
  return { clock, heard, announce: announcer(clock.later, (message) => heard.push(message)) };
};

test('the first message is said at once, the next a minute later', async () => {
  const { clock, heard, announce } = aReader();
  announce('3 reports added', 0);
  announce('2 reports added', 0);
  await clock.pass(59_000);
  expect(heard).toEqual(['3 reports added']);
  await clock.pass(1000);
  expect(heard).toEqual(['3 reports added', '2 reports added']);
});

test('of several that wait, only the last of the weightiest is said', async () => {
  const { clock, heard, announce } = aReader();
  announce('first', 0);
  announce('stalled', 1);
  announce('declared', 2);
  announce('restored', 1);
  announce('3 reports added', 0);
  await clock.pass(600_000);
  expect(heard).toEqual(['first', 'declared']);
});

test('after a quiet minute the next message is not delayed', async () => {
  const { clock, heard, announce } = aReader();
  announce('first', 0);
  await clock.pass(61_000);
  announce('second', 0);
  expect(heard).toEqual(['first', 'second']);
});

test('an empty message is not said and keeps nobody waiting', () => {
  const { heard, announce } = aReader();
  announce('', 2);
  announce('first', 0);
  expect(heard).toEqual(['first']);
});
