import { describe, expect, test } from 'vitest';
import { ACT_JOBS } from '#functions/acts/handlers.ts';
import { MAX_REPORTS } from '#functions/acts/submit-reports.ts';
import { MANIFEST } from '#functions/manifest.ts';
import { openApi } from '#functions/publishing/openapi.ts';

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

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and plain JSON', () => {
    expect(described.openapi).toBe('3.1.0');
    expect(described.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });

  test.each(routes)('has $method $path', ({ name, path, method, roles }) => {
    const operation = described.paths[path][method.toLowerCase()];
    expect(operation.operationId).toBe(name);
    expect(operation.security).toEqual([{ token: [] }]);
    for (const role of roles) expect(operation.description).toContain(role);
    const inPath = operation.parameters.filter((parameter: { in: string }) => parameter.in === 'path');
    const named = inPath.map((parameter: { name: string }) => `{${parameter.name}}`);
    expect(named).toEqual(path.match(/\{\w+\}/g));
    for (const parameter of inPath) expect(parameter.required).toBe(true);
    expect(operation.requestBody.content['application/json'].schema).toBeDefined();
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(['200', '201', '400', '401', '403', '404', '409', '413', '415', '422']),
    );
  });

  test('has nothing that is not in the manifest, and every function that takes acts has a job', () => {
    const all = Object.values<Record<string, { operationId: string }>>(described.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(all.sort()).toEqual(routes.map(({ name }) => name).sort());
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
  test('gives acts no access to public files or keys, and the publisher none to acceptance', () => {
    for (const { trigger, access } of MANIFEST) {
      const takesActs = trigger.kind === 'http';
      expect(access.records.includes('accept')).toBe(takesActs);
      expect(access.records.includes('order')).toBe(!takesActs);
      expect(access.sign).toBe(!takesActs);
      expect(access.publicFiles.length > 0).toBe(!takesActs);
    }
  });

  test('lets nobody act who only reads', () => {
    for (const { roles } of MANIFEST) {
      expect(roles).not.toEqual(expect.arrayContaining(['public']));
      expect(roles).not.toEqual(expect.arrayContaining(['observer']));
    }
  });
});
