/** Published files in a ZIP archive that a reader chose. */
import { openZip, readZipMember } from '#shared/publication/formats/unzip.ts';
import { maxFileBytes, type Source, tooLarge } from '#shared/verification/source.ts';

/** What stands before `data/` in the archive's names: nothing, or a folder around it all. */
const prefixOf = (names: readonly string[]): string | null => {
  const name = names.find((one) => /(?:^|\/)data\/[^/]+\/log\/checkpoint$/.test(one));
  return name === undefined ? null : name.slice(0, name.lastIndexOf('data/'));
};

/** Opens an archive with the paths of the site, at its top or below one folder. */
export const zipSource = async (archive: Blob): Promise<Source> => {
  const members = await openZip(archive);
  const names = [...members.keys()].filter((name) => !name.endsWith('/'));
  const prefix = prefixOf(names) ?? '';
  const keys = names
    .filter((name) => name.startsWith(`${prefix}data/`))
    .map((name) => name.slice(prefix.length));
  return {
    name: 'archive',
    read: async (key, atMost = maxFileBytes) => {
      const member = members.get(prefix + key);
      if (!member) return { kind: 'missing' };
      if (member.bytes > atMost) return tooLarge(member.bytes, atMost);
      const found = await readZipMember(archive, member);
      return found.ok
        ? { kind: 'read', bytes: found.value, contentType: null }
        : { kind: 'failed', why: `is damaged in the archive: ${found.problem}`, unreachable: false };
    },
    list: async (election) => keys.filter((key) => key.startsWith(`data/${election}/`)),
    elections: async () => [...new Set(keys.map((key) => key.split('/')[1] ?? ''))],
  };
};
