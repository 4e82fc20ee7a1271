import { describe, expect, test } from 'vitest';
import { framePath } from '../../../site/embed/frame-address.ts';
import { readFrameMessage } from '../../../site/embed/frame-message.ts';

const path = (attributes: Readonly<Record<string, string>>): string =>
  framePath((name) => attributes[name] ?? null);

describe('the address that an element asks for', () => {
  test.each([
    [{ election: 'legco-2012', constituency: 'LC4' }, '/en/legco-2012/embed/constituencies/LC4/'],
    [{ election: 'legco-2012', show: 'seats', language: 'zh-Hant' }, '/zh-hant/legco-2012/embed/seats/'],
    [
      { election: 'legco-2012', show: 'progress', language: 'zh-hans', theme: 'dark' },
      '/zh-hans/legco-2012/embed/progress/?theme=dark',
    ],
  ])('of %j is %s', (attributes, expected) => {
    expect(path(attributes)).toBe(expected);
  });

  test.each([
    [{}, 'election="" is no id: copy it from the address of a results page'],
    [{ election: '../x', show: 'seats' }, 'election="../x" is no id'],
    [{ election: 'a' }, 'constituency="" is no id'],
    [{ election: 'a', show: 'map' }, 'show="map" is not known: use constituency, seats, progress'],
    [
      { election: 'a', show: 'seats', language: 'fr' },
      'language="fr" is not known: use en, zh-hant, zh-hans',
    ],
    [{ election: 'a', show: 'seats', theme: 'blue' }, 'theme="blue" is not known: use light, dark'],
  ])('is refused for %j with attribute, value and remedy', (attributes, said) => {
    expect(() => path(attributes)).toThrow(said);
  });
});

describe('the message of a frame', () => {
  test('is its height and its title', () => {
    const message = { type: 'open-returns:height', height: 512, title: 'New Territories West' };
    expect(readFrameMessage(message)).toEqual(message);
    expect(readFrameMessage({ type: 'open-returns:height', height: 1 })).toEqual({
      type: 'open-returns:height',
      height: 1,
      title: '',
    });
  });

  test.each([
    null,
    'open-returns:height',
    {},
    { type: 'open-returns:height' },
    { type: 'open-returns:height', height: '512' },
    { type: 'open-returns:height', height: 0 },
    { type: 'open-returns:height', height: Number.NaN },
    { type: 'open-returns:height', height: 20_001 },
    { type: 'other', height: 512 },
  ])('is nothing else: %j', (data) => {
    expect(readFrameMessage(data)).toBeNull();
  });
});
