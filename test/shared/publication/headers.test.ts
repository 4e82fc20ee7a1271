import { describe, expect, test } from 'vitest';
import {
  attachment,
  CONTENT_SECURITY_POLICY,
  contentSecurityPolicy,
  isFramed,
} from '#shared/publication/headers.ts';

describe('the policy of a page', () => {
  test('allows nothing foreign unless it is named', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("img-src 'self' data:;");
    expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'self';");
    const named = contentSecurityPolicy({ files: 'https://f.example', reached: ['https://u.example'] });
    expect(named).toContain("img-src 'self' data: https://f.example;");
    expect(named).toContain("connect-src 'self' https://u.example;");
  });
});

describe('the name of a download', () => {
  test.each([
    ['a.pdf', `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`],
    ['單張 (1).pdf', `attachment; filename="__ (1).pdf"; filename*=UTF-8''%E5%96%AE%E5%BC%B5%20%281%29.pdf`],
    ["it's 100%.txt", `attachment; filename="it's 100_.txt"; filename*=UTF-8''it%27s%20100%25.txt`],
    ['a"; filename=b', `attachment; filename="a_; filename=b"; filename*=UTF-8''a%22%3B%20filename%3Db`],
    ['../x\\y', `attachment; filename=".._x_y"; filename*=UTF-8''.._x_y`],
    ['a\r\nset-cookie: x', `attachment; filename="a__set-cookie: x"; filename*=UTF-8''a__set-cookie%3A%20x`],
    ['fdp\u202eexe.fdp', `attachment; filename="fdp_exe.fdp"; filename*=UTF-8''fdp_exe.fdp`],
    ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('%j', (name, header) => {
    expect(attachment(name)).toBe(header);
    expect(header).toMatch(/^[ -~]*$/);
  });
});

describe('frames of other websites', () => {
  test('are allowed by a policy of their own', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("frame-ancestors 'self'");
    expect(contentSecurityPolicy({ framed: true })).toContain('frame-ancestors *');
  });

  test.each([
    '/en/legco-2012/embed/seats/',
    '/zh-hant/legco-2012/embed/constituencies/LC4/?theme=dark',
    '/zh-hans/e/embed/progress/',
  ])('may show %s', (path) => {
    expect(isFramed(path)).toBe(true);
  });

  test.each([
    '/en/legco-2012/',
    '/en/legco-2012/constituencies/LC4/',
    '/en/legco-2012/hall/',
    '/en/embed/seats/',
    '/fr/legco-2012/embed/seats/',
    '/en/legco-2012/?x=/embed/',
    '/x/en/legco-2012/embed/seats/',
  ])('may not show %s', (path) => {
    expect(isFramed(path)).toBe(false);
  });
});
