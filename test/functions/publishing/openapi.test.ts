import { describe, expect, test } from 'vitest';
import { ACT_JOBS } from '#functions/acts/handlers.ts';
import { MAX_REPORTS } from '#functions/acts/submit-reports.ts';
import { ALERT_JOBS } from '#functions/alerts/handlers.ts';
import { MANIFEST, NOTHING } from '#functions/manifest.ts';
import { openApi } from '#functions/publishing/openapi.ts';
import { SCOPES_OF_ROLE, scopeName } from '#shared/desk/scopes.ts';

// biome-ignore lint/suspicious/noExplicitAny: a description of any shape is looked into
const described = openApi() as any;

const references = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' && typeof member === 'string' && member.startsWith('#/components')
      ? [member]
      : references(member),
  );
};

const routes = MANIFEST.flatMap(({ name, trigger, roles }) =>
  trigger.kind === 'http' ? [{ name, roles, ...trigger }] : [],
);

const openRoutes = MANIFEST.flatMap(({ name, trigger }) =>
  trigger.kind === 'open-http' ? [{ name, ...trigger }] : [],
);

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and plain JSON', () => {
    expect(described.openapi).toBe('3.1.0');
    expect(described.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });

  test.each(routes)('has $method $path', ({ name, path, method, roles, scope }) => {
    const operation = described.paths[path][method.toLowerCase()];
    expect(operation.operationId).toBe(name);
    expect(operation.security).toEqual([{ token: [] }]);
    for (const role of roles) expect(operation.description).toContain(role);
    const inPath = operation.parameters.filter((parameter: { in: string }) => parameter.in === 'path');
    const named = inPath.map((parameter: { name: string }) => `{${parameter.name}}`);
    expect(named).toEqual(path.match(/\{\w+\}/g) ?? []);
    for (const parameter of inPath) expect(parameter.required).toBe(true);
    expect(operation.description).toContain(scopeName(scope));
    const looks = method === 'GET';
    expect(operation.requestBody?.content['application/json'].schema === undefined).toBe(looks);
    const always = ['200', '401', '403', '404'];
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(looks ? always : [...always, '201', '400', '409', '413', '415', '422']),
    );
  });

  test.each(openRoutes)('has $method $path, open to anybody', ({ name, path, method }) => {
    const operation = described.paths[path][method.toLowerCase()];
    expect([operation.operationId, operation.security]).toEqual([name, []]);
    expect(operation.responses['404']).toBeDefined();
  });

  test('has nothing that is not in the manifest, and every function that takes acts has a job', () => {
    const all = Object.values<Record<string, { operationId: string }>>(described.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(all.sort()).toEqual([...routes, ...openRoutes].map(({ name }) => name).sort());
    expect(Object.keys(ALERT_JOBS).sort()).toEqual(openRoutes.map(({ name }) => name).sort());
    expect(Object.keys(ACT_JOBS).sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  test('refers only to what it holds', () => {
    const names = new Set(
      references(described).map((reference) => reference.replace('#/components/schemas/', '')),
    );
    expect(names.size).toBeGreaterThan(5);
    for (const name of names) expect(Object.keys(described.components.schemas)).toContain(name);
  });

  test('says how many reports one request may bring', () => {
    const { schema } =
      described.paths['/api/elections/{election}/reports'].post.requestBody.content['application/json'];
    expect(schema.oneOf[1]).toMatchObject({ type: 'array', maxItems: MAX_REPORTS });
  });
});

describe('the manifest', () => {
  test('lets whoever anybody may call see no record, no account, no key of a ledger, and no file', () => {
    for (const { trigger, access, roles } of MANIFEST) {
      if (trigger.kind !== 'open-http') continue;
      const { alerts: _, messages, pushKey, ...others } = access;
      const { alerts, messages: noMessages, pushKey: noKey, ...nothing } = NOTHING;
      expect([alerts, noMessages, noKey, roles]).toEqual([[], [], [], []]);
      expect(others).toEqual(nothing);
      expect(messages).not.toContain('text');
      expect(pushKey).not.toContain('sign');
    }
  });

  test('gives acts no access to public files or keys, and the publisher none to acceptance', () => {
    for (const { trigger, access } of MANIFEST) {
      const publishes = access.records.includes('order');
      if (publishes) expect(['records-stream', 'schedule']).toContain(trigger.kind);
      if (publishes) expect(access.records).not.toContain('accept');
      if (publishes) expect([...access.platform, ...access.accounts]).toEqual([]);
      expect(access.sign).toBe(publishes);
      // Who asks witnesses adds to public files what they say; whoever writes there otherwise publishes.
      const cosigns = access.publicFiles.includes('cosign');
      expect(access.publicFiles.length > 0).toBe(publishes || cosigns);
      if (cosigns) expect([access.records, access.publicFiles]).toEqual([['list'], ['read', 'cosign']]);
    }
  });

  test('lets a function that only looks write nothing', () => {
    for (const { trigger, access } of MANIFEST) {
      if (trigger.kind !== 'http' || trigger.method !== 'GET') continue;
      const uses = [...access.records, ...access.platform, ...access.accounts];
      expect(uses.filter((use) => use !== 'read')).toEqual([]);
      expect(access.directory).toEqual([]);
    }
  });

  test('lets nobody act who only reads', () => {
    for (const { roles, trigger } of MANIFEST) {
      expect(roles).not.toContain('public');
      if (trigger.kind === 'http' && !['read', 'sign-out'].includes(trigger.scope)) {
        expect(roles).not.toContain('observer');
      }
    }
  });

  test('names on each route a scope that each of its roles has', () => {
    for (const { roles, scope } of routes) {
      for (const role of roles) expect(SCOPES_OF_ROLE[role]).toContain(scope);
    }
  });
});
