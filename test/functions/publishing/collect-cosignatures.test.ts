import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { httpWitnesses } from '#functions/adapters/http-witnesses.ts';
import { cosigner } from '#functions/commands/witness-cosigner.ts';
import { witnessJournal } from '#functions/commands/witness-journal.ts';
import { serveWitness } from '#functions/commands/witness-server.ts';
import type { Signer } from '#functions/ports.ts';
import {
  type Collected,
  type CosigningPorts,
  collectCosignatures,
} from '#functions/publishing/collect-cosignatures.ts';
import { electionPublisher } from '#functions/publishing/publish-election.ts';
import { type NamedWitness, parseNamedWitness } from '#shared/ledger/named-witness.ts';
import { parseNote } from '#shared/ledger/signed-note.ts';
import { cosignatureType, formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import { pageKey } from '#shared/publication/paths.ts';
import { readWitnessFacts } from '#shared/publication/witness-facts.ts';
import { must } from '#shared/result.ts';
import { newSigner, type World } from '../commands/verify-fixture.ts';
import { checkpointPath, utf8, verify, withFile } from '../commands/verify-forging.ts';
import { aFolder, election, openNight, reported, reportOf } from '../commands/witness-fixture.ts';

const folder = aFolder();
const closing: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));
const factsPath = `data/${election}/log/witnesses.json`;

const named = (url: string, signer: Signer): NamedWitness => {
  const parsed = parseNamedWitness(
    `${url}+${formatVerifierKey(signer.name, signer.publicKey, cosignatureType)}`,
  );
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};

/** A real witness of this world's ledger, over HTTP. */
const aWitness = async (
  name: string,
  { signer: log }: World,
  times = [1_700_000_000],
): Promise<NamedWitness> => {
  const signer = newSigner(name);
  const origin = `${log.name}/${election}`;
  const parts = {
    journal: witnessJournal(join(folder, `${name}.${Math.random()}`)),
    signer,
    trusted: new Map([[origin, formatVerifierKey(origin, log.publicKey)]]),
    now: () => new Date(must(times.length > 1 ? times.shift() : times[0], 'a time') * 1000),
  };
  const server = await serveWitness(cosigner(parts), { host: '127.0.0.1', port: 0 }, async () => undefined);
  closing.push(server.close);
  return named(server.url, signer);
};

/** Somebody who calls itself a witness. */
const aServer = async (answer: RequestListener): Promise<string> => {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const collect = (
  world: World,
  witnesses: readonly NamedWitness[],
  more: Partial<CosigningPorts> = {},
): Promise<Collected> =>
  collectCosignatures({ files: world.ports.files, witnesses, calls: httpWitnesses(), ...more }, election);

const signersOf = async (world: World): Promise<readonly string[]> => {
  const standing = await world.ports.files.get(checkpointPath);
  const note = parseNote(must(standing, 'a checkpoint is published').bytes);
  return note.ok ? note.value.signatures.map(({ name }) => name) : [];
};
const factsOf = async (world: World) => {
  const standing = await world.ports.files.get(factsPath);
  return must(standing && readWitnessFacts(standing.bytes), 'facts are published');
};
const kinds = ({ asked }: Collected) => asked.map(({ witness, kind }) => [witness, kind]);
const own = `returns.example/${election}`;

describe('cosignatures', () => {
  test('of every witness come below the checkpoint, ordered by name, and are told of; what is published still holds', async () => {
    const world = await openNight();
    const witnesses = [await aWitness('b.example', world), await aWitness('a.example', world)];
    const first = await collect(world, witnesses);
    expect(first.changed).toBe(true);
    expect(kinds(first)).toEqual([
      ['b.example', 'cosigned'],
      ['a.example', 'cosigned'],
    ]);
    expect(await signersOf(world)).toEqual([own, 'a.example', 'b.example']);
    const facts = await factsOf(world);
    expect(facts.witnesses.map(({ name, cosigned }) => [name, cosigned?.at])).toEqual([
      ['b.example', '2023-11-14T22:13:20.000Z'],
      ['a.example', '2023-11-14T22:13:20.000Z'],
    ]);
    const verdict = await verify(await world.files());
    expect(verdict.findings).toEqual([]);
    expect(verdict.notes.join()).toContain('The witness a.example cosigned');
    // Asked again, nobody is asked, and nothing changes.
    expect(await collect(world, witnesses)).toEqual({ election, changed: false, asked: [] });
  });

  test('follow the ledger from size to size', async () => {
    const world = await openNight();
    const witnesses = [await aWitness('a.example', world)];
    const sizes: number[] = [];
    for (const station of ['LC1-S1', 'LC1-S2', 'LC1-S3']) {
      await collect(world, witnesses);
      sizes.push(must((await factsOf(world)).witnesses[0]?.cosigned, 'it cosigned').size);
      await reported(world, reportOf(station, 9));
      expect(await signersOf(world)).toEqual([own]);
      // Between two checkpoints the last cosigned one is told of.
      expect((await verify(await world.files())).findings).toEqual([]);
    }
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  });

  test('are asked for from where the witness stands, also where nothing was told of it', async () => {
    const world = await openNight();
    const witnesses = [await aWitness('a.example', world)];
    await collect(world, witnesses);
    await reported(world, reportOf('LC1-S1', 9));
    await (world.ports.files as unknown as { remove(key: string): Promise<void> }).remove(factsPath);
    expect(kinds(await collect(world, witnesses))).toEqual([['a.example', 'cosigned']]);
    expect((await factsOf(world)).witnesses[0]?.cosigned?.size).toBeGreaterThan(0);
  });

  test('that are none are not published, whoever sends them', async () => {
    const world = await openNight();
    const good = await aWitness('good.example', world);
    const other = await aWitness('z.example', world);
    const answers: readonly RequestListener[] = [
      (_, response) => response.writeHead(500).end('no'),
      (_, response) => response.writeHead(200).end('— liar.example AAAA\n'),
      (_, response) => response.writeHead(200).end(`— liar.example ${'A'.repeat(96)}\n`),
      (_, response) => response.writeHead(200).end('x'.repeat(100_000)),
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      (_, response) => response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('999\n'),
      (_, response) => response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('1\n'),
      (_, response) => response.writeHead(200).end(''),
      // A good cosignature by another key than the one that was named.
      (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', async () => {
          const answer = await httpWitnesses().addCheckpoint(
            other.url,
            Buffer.concat(chunks).toString('utf8'),
          );
          response.writeHead(answer.status).end(answer.body);
        });
      },
    ];
    const liars = await Promise.all(
      answers.map(async (answer) => named(await aServer(answer), newSigner('liar.example'))),
    );
    const dead = named('http://127.0.0.1:9', newSigner('dead.example'));
    const collected = await collect(world, [dead, ...liars, good]);
    expect(kinds(collected).map(([, kind]) => kind)).toEqual([
      'silent',
      'refused',
      'refused',
      'refused',
      'silent',
      'silent',
      'refused',
      'refused',
      'refused',
      'refused',
      'cosigned',
    ]);
    expect(await signersOf(world)).toEqual([own, 'good.example']);
    expect((await factsOf(world)).witnesses.filter(({ cosigned }) => cosigned !== null)).toHaveLength(1);
    expect((await verify(await world.files())).findings).toEqual([]);
  });

  test('never take the place of a newer checkpoint, at whatever moment it comes', async () => {
    for (const moment of ['while the witness is asked', 'before the checkpoint is replaced']) {
      const world = await openNight();
      const witnesses = [await aWitness('a.example', world)];
      let published = false;
      const publishOnce = async (): Promise<void> => {
        if (!published) await reported(world, reportOf('LC1-S1', 9));
        published = true;
      };
      const calls = httpWitnesses();
      const { files } = world.ports;
      await collect(world, witnesses, {
        calls: {
          addCheckpoint: async (url, body) => {
            if (moment.startsWith('while')) await publishOnce();
            return calls.addCheckpoint(url, body);
          },
        },
        files: {
          ...files,
          replace: async (...args) => {
            if (moment.startsWith('before')) await publishOnce();
            return files.replace(...args);
          },
        },
      });
      expect(published, moment).toBe(true);
      expect(await signersOf(world), moment).toEqual([own]);
      expect((await verify(await world.files())).findings, moment).toEqual([]);
      expect(kinds(await collect(world, witnesses))).toEqual([['a.example', 'cosigned']]);
    }
  });

  test('of collectors that meet are all kept, and a publisher that comes again takes none away', async () => {
    const world = await openNight();
    const witnesses = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => aWitness(`${name}.example`, world)),
    );
    await Promise.all([...witnesses, ...witnesses].map((one) => collect(world, [one])));
    expect(await signersOf(world)).toEqual([own, 'a.example', 'b.example', 'c.example', 'd.example']);
    const cold = electionPublisher(world.ports);
    await cold.publish(election);
    expect(await signersOf(world)).toHaveLength(5);
  });

  test('are not asked for before anything is published, nor where nobody was named', async () => {
    const world = await openNight();
    expect(await collect(world, [])).toEqual({ election, changed: false, asked: [] });
    const ports = {
      files: world.ports.files,
      witnesses: [await aWitness('a.example', world)],
      calls: httpWitnesses(),
    };
    expect((await collectCosignatures(ports, 'unknown-2016')).asked).toEqual([]);
  });
});

describe('what is told of witnesses', () => {
  const cosigned = async () => {
    const world = await openNight();
    await reported(world, reportOf('LC1-S1', 9));
    await collect(world, [
      await aWitness('a.example', world),
      named('http://127.0.0.1:9', newSigner('dead.example')),
    ]);
    const files = await world.files();
    return { world, files, facts: await factsOf(world) };
  };

  test('is checked by whoever verifies: signature, root and size', async () => {
    const { files, facts } = await cosigned();
    const [fact] = facts.witnesses;
    const known = must(fact?.cosigned, 'it cosigned');
    const tell = (changes: object) =>
      withFile(
        files,
        factsPath,
        utf8(JSON.stringify({ ...facts, witnesses: [{ ...fact, cosigned: { ...known, ...changes } }] })),
      );
    for (const [changed, kind] of [
      [tell({ at: '2024-01-01T00:00:00.000Z' }), 'signature'],
      [tell({ size: known.size - 1 }), 'signature'],
      [tell({ root: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }), 'signature'],
      [tell({ line: known.line.replace('a.example', 'b.example') }), 'signature'],
      [withFile(files, factsPath, utf8('{}')), 'differs'],
      [withFile(files, factsPath, utf8(JSON.stringify({ ...facts, election: 'other' }))), 'differs'],
    ] as const)
      expect((await verify(changed)).findings).toMatchObject([{ kind, path: factsPath }]);
    const text = new TextDecoder().decode(files.get(checkpointPath));
    const last = text.length - 10;
    const bent = text.slice(0, last) + (text[last] === 'A' ? 'B' : 'A') + text.slice(last + 1);
    expect((await verify(withFile(files, checkpointPath, utf8(bent)))).findings).toMatchObject([
      { kind: 'signature', path: checkpointPath },
    ]);
  });

  test('proves a ledger that was taken back, and one that was forked', async () => {
    const { world, files } = await cosigned();
    const told = must(files.get(factsPath), 'facts are published');
    const earlier = await (await openNight(world.signer)).files();
    expect((await verify(withFile(earlier, factsPath, told))).findings).toMatchObject([
      { kind: 'rolled-back', path: factsPath, extent: { of: 'cosigned' } },
    ]);
    const fork = await reported(
      await openNight(world.signer),
      reportOf('LC1-S1', 10),
      reportOf('LC1-S2', 10),
    );
    expect((await verify(withFile(await fork.files(), factsPath, told))).findings).toMatchObject([
      { kind: 'fork', path: factsPath, extent: { of: 'cosigned' } },
    ]);
  });

  test('is shown on the page that tells how to verify, though no version brought it', async () => {
    const world = await openNight();
    const shown: string[] = [];
    const pages = {
      build: 1,
      render: async (view: {
        readonly path: string;
        readonly kind: string;
        readonly witnesses?: readonly unknown[];
      }) => {
        if (view.kind === 'verify') shown.push(JSON.stringify(view.witnesses));
        return utf8(JSON.stringify(view));
      },
    };
    const page = async () =>
      JSON.parse(
        new TextDecoder().decode((await world.ports.files.get(pageKey(`/en/${election}/verify/`)))?.bytes),
      );
    await reported(world, reportOf('LC1-S1', 9));
    const publisher = electionPublisher({ ...world.ports, pages });
    await reported(world, reportOf('LC1-S2', 9));
    await publisher.publish(election);
    await publisher.bake(election, 'explanations');
    // Nothing is told yet: nothing is baked for it.
    await publisher.freshen(election);
    const before = shown.length;
    await collect(world, [await aWitness('a.example', world)]);
    await publisher.freshen(election);
    await publisher.freshen(election);
    expect(shown.length - before).toBe(3);
    expect((await page()).witnesses).toEqual((await factsOf(world)).witnesses);
  });
});
