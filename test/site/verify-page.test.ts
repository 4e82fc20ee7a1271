import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { views } from '../support/views.ts';
import { builtSite } from './built-site.ts';

let client: string;
let scripts: ReadonlyMap<string, string>;

beforeAll(async () => {
  const site = await builtSite();
  client = site.client;
  const html = await site.render(views('en').verify());
  const found = new Map<string, string>();
  // Everything that the page's scripts load to verify an election by votes alone, such as that of 2012. What is left out is loaded later, and only
  // by who needs it: the rules of everything for elections with more to check, the library for browsers without Ed25519, and what proves single
  // entries once a reader turns to that part of the page.
  const follow = (path: string): void => {
    const name = path.split('/').at(-1) ?? '';
    if (found.has(name) || /^(whole-worker|signature-worker|answer-proofs)/.test(name)) return;
    const text = readFileSync(`${client}/_astro/${name}`, 'utf8');
    found.set(name, text);
    for (const [, next = ''] of text.matchAll(/["'`](?:\.\/|\/_astro\/)([\w.-]+\.js)["'`]/g)) follow(next);
  };
  for (const [, path = ''] of html.matchAll(/<script[^>]*src="([^"]+)"/g)) follow(path);
  scripts = found;
}, 60_000);

describe('scripts of the page that checks an election', () => {
  test('weigh together at most 60 kB, the worker that counts among them', () => {
    expect([...scripts.keys()].some((name) => name.startsWith('verify-worker'))).toBe(true);
    const sizes = [...scripts].map(([name, text]) => [name, gzipSync(text, { level: 9 }).length] as const);
    const all = sizes.reduce((total, [, size]) => total + size, 0);
    expect(all, JSON.stringify(sizes)).toBeLessThanOrEqual(60_000);
  });

  test('bring no register, no holiday, no preferential count and no library for signatures to who needs none', () => {
    const text = [...scripts.values()].join('');
    const others = globSync('_astro/{whole,signature}-worker*', { cwd: client })
      .map((file) => readFileSync(`${client}/${file}`, 'utf8'))
      .join('');
    for (const unneeded of ['Ching Ming', 'advertisement_copies', 'round-after-the-end', 'bad point']) {
      expect(others.includes(unneeded), unneeded).toBe(true);
      expect(text.includes(unneeded), unneeded).toBe(false);
    }
  });

  test('are asked for by no other page or script', () => {
    const own = [...scripts.keys()].filter((name) => /^(VerifyHere|verify-worker)/.test(name));
    expect(own).toHaveLength(2);
    for (const file of globSync('**/*.js', { cwd: client })) {
      const name = file.split('/').at(-1) ?? '';
      // What proves entries stands on the worker that loads it.
      if (own.includes(name) || name.startsWith('answer-proofs')) continue;
      const text = readFileSync(`${client}/${file}`, 'utf8');
      for (const one of own) expect(text.includes(one), `${name} asks for ${one}`).toBe(false);
    }
  });

  test.each(['en', 'zh-Hant', 'zh-Hans'] as const)('are on no other page in %s', async (language) => {
    const site = await builtSite();
    const all = views(language);
    for (const view of [all.elections(), all.openData(), all.notFound()])
      expect(await site.render(view)).not.toContain('VerifyHere');
    expect(await site.render(all.verify())).toContain('VerifyHere');
  });
});
